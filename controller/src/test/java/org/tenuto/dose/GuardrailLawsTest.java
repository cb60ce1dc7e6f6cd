package org.tenuto.dose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tenuto.pk.Covariates;
import org.tenuto.pk.PkModel;
import org.tenuto.pk.PkState;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.Volume;
import org.tenuto.seeded.Draw;
import org.tenuto.seeded.SeededCases;

/** Whatever is ordered, by whomever: no input makes a limit wider than the library has it. */
class GuardrailLawsTest {

  private static final Volume NOTHING = new Volume(0);

  private static final int STEPS = 20;

  private final OrderReview review =
      new OrderReview(SampleOrders.LIBRARY, syringe -> new FourDigitPump());

  @Test
  void whatIsPermittedIsWithinTheLibrarysOwnFigures() {
    int[] permitted = {0, 0};
    Set<String> protocols = new HashSet<>();
    SeededCases.check(
        24,
        30_000,
        draw -> {
          Order order = passingReasons(draw, SampleDraws.order(draw));
          ReadBack readBack = review.readBack(order, 1, 2);
          assertThat(readBack.findings()).hasSizeLessThanOrEqualTo(Findings.MOST);
          if (PermittedForTests.rest(review, readBack, 0, NOTHING) != null) {
            permitted[0]++;
            permitted[1] += readBack.overrideCount() > 0 ? 1 : 0;
            protocols.add(order.protocolId());
            assertThat(PermitOracle.judge(order)).isEmpty();
            assertNeverMoreThanOrdered(order, readBack);
            assertUnderCeiling(readBack);
          }
        });
    assertThat(permitted[0]).as("orders permitted").isGreaterThan(500);
    assertThat(permitted[1]).as("of them beyond a soft limit").isGreaterThan(200);
    assertThat(protocols)
        .containsExactlyInAnyOrder(
            "DEP-RACEMIC-40",
            "PTSD/ANX-40",
            "SUD-BOLUS-52",
            "PAIN-CRPS-4H",
            "DEMO-1MIN",
            "DEMO-3MIN",
            "DEMO-STEPS");
  }

  /** Half of the orders have the reasons they need, as far as reasons help. */
  private Order passingReasons(Draw draw, Order order) {
    if (draw.flag()) {
      return order;
    }
    List<LimitOverride> overrides =
        review.readBack(order, 1, 2).findings().stream()
            .filter(finding -> finding.severity() == Finding.Severity.SOFT)
            .map(Finding::code)
            .distinct()
            .limit(Order.MOST_OVERRIDES)
            .map(code -> new LimitOverride(code, "so"))
            .toList();
    return new Order(
        order.libraryHash(),
        order.drugId(),
        order.protocolId(),
        order.patient(),
        order.weightBasis(),
        order.phases(),
        order.concentrationNgPerMl(),
        order.syringeId(),
        order.loadedNl(),
        order.priorDoses(),
        order.intensiveMonitoring(),
        overrides,
        order.staffId(),
        order.secondStaffId());
  }

  private void assertNeverMoreThanOrdered(Order order, ReadBack readBack) {
    // The dosing weight is judged by the oracle; by the actual one there is no less than ordered.
    Fraction kg = Fraction.of(dosingG(readBack) + 1, 1_000);
    Fraction mgPerMl = PhaseOracle.mgPerMl(order);
    for (int i = 0; i < order.phases().size(); i++) {
      PermittedRate permitted = Objects.requireNonNull(PermittedForTests.rest(review, readBack, i, NOTHING));
      OrderPhase ordered = order.phases().get(i);
      Fraction ml = PhaseOracle.mg(ordered, kg).over(mgPerMl);
      Fraction mlPerH = PhaseOracle.mgPerH(ordered, kg).over(mgPerMl);
      assertThat(Fraction.of(permitted.volume().ml()).isAbove(ml)).isFalse();
      assertThat(Fraction.of(permitted.rate().mlPerH()).isAbove(mlPerH)).isFalse();
    }
  }

  private static long dosingG(ReadBack readBack) {
    return readBack.weights().dosingG();
  }

  /**
   * The program as the pump runs it, walked in small steps: at the effect site of a model that was
   * published with one, else in plasma; in plasma for all outside a bolus and 2 minutes after it.
   */
  private static void assertUnderCeiling(ReadBack readBack) {
    Order order = readBack.order();
    DrugEntry drug = SampleOrders.drug(order.drugId());
    double hardest = drug.ceiling().hard().pgPerMl() / 1e3;
    BodyWeight weight = new BodyWeight(order.patient().weightG());
    for (PkModel model : drug.models()) {
      PkState state = new PkState(model.forPatient(new Covariates(weight)));
      double sinceBolusS = Double.POSITIVE_INFINITY;
      for (ReadBack.Phase phase : readBack.phases()) {
        double ngPerS = phase.rateNlPerH() / 3.6e9 * order.concentrationNgPerMl();
        for (int step = 0; step < STEPS; step++) {
          double stepS = phase.durationS() / (double) STEPS;
          state.advance(ngPerS, stepS);
          sinceBolusS = phase.kind() == PhaseKind.BOLUS ? 0 : sinceBolusS + stepS;
          boolean excused = model.ke0Published() && sinceBolusS < 120;
          double judged = excused ? state.ceNgPerMl() : state.cpNgPerMl();
          assertThat(judged).as("%s after %s", model, phase).isLessThanOrEqualTo(hardest);
        }
      }
    }
  }

  @Test
  void anyOrderGetsAnAnswer() {
    SeededCases.check(
        25,
        20_000,
        draw -> {
          Order order = absurd(draw);
          ReadBack readBack = review.readBack(order, 1, 2);
          assertThat(readBack.findings()).hasSizeLessThanOrEqualTo(Findings.MOST);
          assertThat(PermittedForTests.rest(review, readBack, 0, NOTHING) == null).isEqualTo(readBack.refused());
        });
  }

  /** Numbers from everywhere, the plausible ones often. */
  private static Order absurd(Draw draw) {
    List<OrderPhase> phases = new ArrayList<>();
    int count = draw.number(0, Order.MOST_PHASES + 1);
    for (int i = 0; i < count; i++) {
      phases.add(
          new OrderPhase(
              draw.oneOf(PhaseKind.values()),
              draw.oneOf(DoseUnit.values()),
              any(draw, 9_999_999_000L),
              any(draw, 36_000_000)));
    }
    List<PriorDose> priors = new ArrayList<>();
    for (int i = draw.number(0, 2); i > 0; i--) {
      priors.add(
          new PriorDose(
              draw.oneOf("KETAMINE-RACEMIC", "", "?"),
              any(draw, 9_999_999_000L),
              any(draw, 36_000_000),
              any(draw, 36_000_000),
              draw.flag(),
              draw.flag()));
    }
    return SampleOrder.usual()
        .drug(draw.oneOf("KETAMINE-RACEMIC", "DEMO", ""), draw.oneOf("SUD-BOLUS-52", "DEMO-STEPS"))
        .patient(
            new Patient(
                any(draw, 9_999_999),
                any(draw, 2_500),
                draw.oneOf(Sex.values()),
                any(draw, 9_999_999)))
        .basis(draw.oneOf(WeightBasis.values()))
        .phases(phases)
        .priors(priors)
        .concentration(any(draw, 9_999_999_000L))
        .loaded(any(draw, 9_999_999_000L))
        .syringe(draw.oneOf("BD-PLASTIPAK-50", "BD-PLASTIPAK-1", "", "\n"))
        .attested(draw.flag())
        .order();
  }

  private static long any(Draw draw, long highest) {
    return draw.number(0, 60) == 0
        ? draw.number(Long.MIN_VALUE, Long.MAX_VALUE)
        : draw.number(1L, highest);
  }

  @Test
  void moreDrugIsNeverJudgedMilder() {
    SeededCases.check(
        26,
        5_000,
        draw -> {
          Order less = SampleDraws.order(draw);
          Order more = withMore(draw, less);
          Map<Family, Integer> before = judged(review.readBack(less, 1, 2));
          ReadBack judgedLast = review.readBack(more, 1, 2);
          if (isCut(judgedLast)) {
            assertThat(judgedLast.refused()).isTrue();
            return;
          }
          Map<Family, Integer> after = judged(judgedLast);
          before.forEach(
              (family, level) ->
                  assertThat(after.getOrDefault(family, 0))
                      .as("%s of %s", family, more.phases())
                      .isGreaterThanOrEqualTo(level));
        });
  }

  /** More in one phase; the same drug over less time and more drug earlier are more, too. */
  private static Order withMore(Draw draw, Order order) {
    List<OrderPhase> phases = new ArrayList<>(order.phases());
    int at = draw.number(0, phases.size() - 1);
    OrderPhase phase = phases.get(at);
    long more = Math.max(phase.amountNg(), 0) + draw.number(1L, 1_000_000L);
    phases.set(at, new OrderPhase(phase.kind(), phase.unit(), more, phase.durationS()));
    return new Order(
        order.libraryHash(),
        order.drugId(),
        order.protocolId(),
        order.patient(),
        order.weightBasis(),
        phases,
        order.concentrationNgPerMl(),
        order.syringeId(),
        order.loadedNl(),
        order.priorDoses(),
        order.intensiveMonitoring(),
        order.overrides(),
        order.staffId(),
        order.secondStaffId());
  }

  /** Limits that only more drug can pass. */
  private enum Family {
    DOSE_ABOVE,
    DOSE_RATE_ABOVE,
    BOLUS_DOSE_ABOVE,
    BOLUS_RATE_ABOVE,
    TOTAL_ABOVE,
    SESSION_DOSE_ABOVE,
    DAY_DOSE_ABOVE,
    FLOW_RATE_ABOVE,
    PREDICTED_CONCENTRATION_ABOVE,
    INTENSIVE_MONITORING_NOT_ATTESTED,
    VOLUME_BEYOND
  }

  /** Whether not everything there is to say was said. */
  private static boolean isCut(ReadBack readBack) {
    return readBack.findings().stream()
        .anyMatch(f -> f.code().matches("MORE_FINDINGS|CEILING_NOT_EVALUATED|NUMBER_NOT.*"));
  }

  private static Map<Family, Integer> judged(ReadBack readBack) {
    Map<Family, Integer> levels = new EnumMap<>(Family.class);
    for (Finding finding : readBack.findings()) {
      for (Family family : Family.values()) {
        if (finding.code().startsWith(family.name())) {
          levels.merge(family, finding.severity().ordinal(), Math::max);
        }
      }
    }
    return levels;
  }
}
