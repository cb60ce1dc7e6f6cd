package org.tenuto.dose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tenuto.pk.ConcentrationCurve;
import org.tenuto.pk.Covariates;
import org.tenuto.pk.PkModel;
import org.tenuto.pk.PkPhase;
import org.tenuto.pk.PredictedConcentrations;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.Volume;
import org.tenuto.seeded.SeededCases;

/** A change of a running order is held against every limit together with what was given. */
class OrderChangeTest {

  private static final long NG_PER_KG_PER_H = 750_000;
  private static final long DOSING_G = 70_000;

  private final OrderReview review =
      new OrderReview(SampleOrders.LIBRARY, syringe -> new FourDigitPump());

  /** The usual order after 10 min: 8.75 mL at 52.5 mL/h. */
  private static final Progress TEN_MINUTES = new Progress(4_711, 0, 8_750_000, 600, 52_500_000);

  private ReadBack readBack(Progress progress, OrderPhase... phases) {
    Order changed =
        SampleOrders.USUAL.changed(
            progress.phase(), new OrderChange(List.of(phases), false, List.of(), "ben", ""));
    OrderDraft draft =
        review.draftChange(changed, progress, predicted(progress), Double.POSITIVE_INFINITY);
    draft.finish();
    return draft.readBack(1, 2);
  }

  /** What is predicted after so long of the usual order. */
  private PredictedConcentrations predicted(Progress progress) {
    var now = Objects.requireNonNull(review.concentrations(SampleOrders.USUAL));
    now.advance(52.5e6 / 3_600, (double) progress.infusedS());
    return now;
  }

  private static OrderPhase rate(long ngPerKgPerH) {
    OrderPhase usual = SampleOrders.USUAL.phases().getFirst();
    return Objects.requireNonNull(usual.atDoseRate(ngPerKgPerH, DOSING_G));
  }

  @Test
  void readsTheWholeOrderBackWithItsOwnTime() {
    ReadBack readBack = readBack(TEN_MINUTES, rate(1_000_000));
    assertThat(readBack.findings()).isEmpty();
    assertThat(readBack.volumeNl()).isEqualTo(35_000_000);
    assertThat(readBack.phases().getFirst().rateNlPerH()).isEqualTo(70_000_000);
    // 10 min, and 26.25 mL at 70 mL/h.
    assertThat(readBack.durationS()).isEqualTo(600 + 1_350);
    assertThat(readBack.progress()).isEqualTo(TEN_MINUTES);
    assertThat(readBack.orderNonce()).isEqualTo(4_711);
    assertThat(readBack.order().staffId()).as("who changed it").isEqualTo("ben");
  }

  @Test
  void theRestIsWhatTheChangeLeaves() {
    PermittedOrder permitted =
        Objects.requireNonNull(review.permit(readBack(TEN_MINUTES, rate(1_000_000))));
    PermittedRate rest = Objects.requireNonNull(permitted.rest(0, new Volume(8_760_000)));
    assertThat(rest.rate().nlPerH()).isEqualTo(70_000_000);
    assertThat(rest.volume().nl()).isEqualTo(26_240_000);
  }

  @Test
  void lessThanGivenIsRefusedAndOneIncrementMoreIsNot() {
    Progress given = new Progress(4_711, 0, 14_000_000, 960, 52_500_000);
    assertThat(codes(readBack(given, OrderPhase.dose(200_000, 1_800))))
        .contains("CHANGE_BELOW_DELIVERED");
    Progress oneLess = new Progress(4_711, 0, 13_999_999, 960, 52_500_000);
    assertThat(codes(readBack(oneLess, OrderPhase.dose(200_000, 1_800))))
        .doesNotContain("CHANGE_BELOW_DELIVERED");
  }

  private static List<String> codes(ReadBack readBack) {
    return readBack.findings().stream().map(Finding::code).toList();
  }

  @Test
  void aChangeIsOfNoUseWithoutAPrediction() {
    Order changed =
        SampleOrders.USUAL.changed(
            0, new OrderChange(List.of(rate(1_000_000)), false, List.of(), "ben", ""));
    OrderDraft draft = review.draftChange(changed, TEN_MINUTES, null, 0);
    draft.finish();
    assertThat(codes(draft.readBack(1, 2))).containsExactly("CEILING_NOT_EVALUATED");
  }

  /** The present phase keeps its kind: a bolus's plasma is left out of the ceiling. */
  @Test
  void maintenanceDoesNotBecomeABolus() {
    OrderPhase bolus =
        new OrderPhase(PhaseKind.BOLUS, DoseUnit.MG_PER_KG, 500_000, 2_000);
    assertThat(readBack(TEN_MINUTES, bolus).phases().getFirst().kind())
        .isEqualTo(PhaseKind.MAINTENANCE);
  }

  @Test
  void aProgressThatIsNoneOfItsPhasesIsPermittedNothing() {
    ReadBack usual = readBack(TEN_MINUTES, rate(1_000_000));
    for (int phase : new int[] {-1, 1, Integer.MAX_VALUE}) {
      Progress wild = new Progress(4_711, phase, 0, 0, 0);
      assertThat(review.permit(forged(usual, wild))).as("phase %d", phase).isNull();
    }
  }

  private static ReadBack forged(ReadBack r, Progress progress) {
    return ReadBackHash.sealed(
        new ReadBack(
            r.nonce(),
            r.expiresAtNs(),
            r.order(),
            progress,
            r.drugName(),
            r.protocolName(),
            r.syringeName(),
            r.weights(),
            r.orderedNg(),
            r.achievedNg(),
            r.volumeNl(),
            r.durationS(),
            r.phases(),
            r.predictions(),
            r.findings(),
            ""));
  }

  /**
   * Looked ahead is from what is predicted now; and as the change may be confirmed a minute later,
   * also with a minute of the old rate first, which is more for a change to less.
   */
  @Test
  void looksAheadFromNowAndFromTheLastMomentOfTheConfirmation() {
    Progress late = new Progress(4_711, 0, 26_250_000, 1_800, 52_500_000);
    ReadBack slower = readBack(late, rate(100_000));
    var model = PkModel.DOMINO_1984.forPatient(new Covariates(new BodyWeight(DOSING_G)));
    double ngPerS = 52.5e6 / 3_600;
    double cpNow =
        new ConcentrationCurve(model, List.of(new PkPhase(ngPerS, 1_800, false))).cpNgPerMl(1_800);
    double cpLater =
        new ConcentrationCurve(model, List.of(new PkPhase(ngPerS, 1_860, false))).cpNgPerMl(1_860);
    long plasmaPgPerMl =
        slower.predictions().stream()
            .filter(p -> p.model() == PkModel.DOMINO_1984)
            .mapToLong(Prediction::plasmaPgPerMl)
            .findFirst()
            .orElseThrow();
    assertThat(plasmaPgPerMl / 1e3).isGreaterThan(cpNow * 1.001);
    // The overrun of the look-ahead prolongs that minute by 6 s.
    assertThat(plasmaPgPerMl / 1e3).isBetween(cpLater, cpLater * 1.01);
  }

  @Test
  void anotherRateGivesAsMuchNeverFaster() {
    SeededCases.check(
        20_261_121,
        500,
        draw -> {
          OrderPhase phase =
              new OrderPhase(
                  PhaseKind.MAINTENANCE,
                  draw.oneOf(DoseUnit.values()),
                  draw.number(1, 5_000_000),
                  draw.number(1, 86_400));
          long rate = draw.number(1, 5_000_000);
          OrderPhase other = phase.atDoseRate(rate, draw.number(1, 300_000));
          if (other != null) {
            assertThat(other.amountNg() * 3_600.0 / other.durationS()).isLessThanOrEqualTo((double) rate);
            assertThat(other.kind()).isEqualTo(phase.kind());
          }
        });
  }

  @Test
  void whatIsOrderedByRateOrByTheHourIsConvertedByTheDosingWeight() {
    assertThat(converted(DoseUnit.MG_PER_KG, 500_000)).isEqualTo(500_000);
    assertThat(converted(DoseUnit.MG_PER_KG_PER_H, NG_PER_KG_PER_H)).isEqualTo(500_000);
    assertThat(converted(DoseUnit.MCG_PER_KG_PER_MIN, 12_500)).isEqualTo(500_000);
    assertThat(converted(DoseUnit.MG_PER_H, 52_500_000)).isEqualTo(500_000);
    assertThat(
            new OrderPhase(PhaseKind.MAINTENANCE, DoseUnit.MG_PER_H, 52_500_000, 2_400)
                .atDoseRate(1_000_000, 0))
        .as("no dosing weight")
        .isNull();
    assertThat(OrderPhase.dose(500_000, 2_400).atDoseRate(0, DOSING_G)).isNull();
  }

  private static long converted(DoseUnit unit, long amountNg) {
    OrderPhase phase = new OrderPhase(PhaseKind.MAINTENANCE, unit, amountNg, 2_400);
    OrderPhase other = Objects.requireNonNull(phase.atDoseRate(1_000_000, DOSING_G));
    assertThat(other.durationS()).isEqualTo(1_800);
    return other.amountNg();
  }
}
