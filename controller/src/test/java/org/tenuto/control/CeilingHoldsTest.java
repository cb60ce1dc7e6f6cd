package org.tenuto.control;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tenuto.dose.DoseUnit;
import org.tenuto.dose.DrugEntry;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.Finding;
import org.tenuto.dose.FourDigitPump;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.dose.LimitOverride;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.OrderReview;
import org.tenuto.dose.Patient;
import org.tenuto.dose.PhaseKind;
import org.tenuto.dose.PriorDose;
import org.tenuto.dose.Protocol;
import org.tenuto.dose.ReadBack;
import org.tenuto.dose.WeightBasis;
import org.tenuto.library.ShippedLibrary;
import org.tenuto.pk.PredictedConcentrations;

/**
 * What was permitted never reaches the hard ceiling while it runs: neither as planned, nor with
 * pauses, nor with every phase overrunning by what was looked ahead.
 */
class CeilingHoldsTest {

  private static final int ORDERS = 100;
  private static final int HIGHEST = 20;
  private static final long TICK_NS = PredictedConcentrations.TICK_NS;
  private static final long S = 1_000_000_000;

  private final DrugLibrary library = library();
  private final OrderReview review = new OrderReview(library, _ -> new FourDigitPump());
  private final ConcentrationWatch watch = new ConcentrationWatch();
  private long nowNs;
  private double atMostNl;

  private static DrugLibrary library() {
    try {
      return ShippedLibrary.load(false);
    } catch (LibraryRefusedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void noPermittedOrderReachesTheCeiling() {
    int permitted = 0;
    int nearIt = 0;
    for (int seed = 0; permitted < ORDERS; seed++) {
      var random = new SplittableRandom(seed);
      ReadBack readBack = passed(order(random));
      if (!isPermitted(readBack)) {
        continue;
      }
      permitted++;
      nearIt += readBack.predictions().stream().anyMatch(p -> p.judgedPgPerMl() > 500_000) ? 1 : 0;
      run(readBack, random, seed);
    }
    assertThat(nearIt).as("orders whose prediction is within 100 ng/mL").isGreaterThan(5);
  }

  /** A long infusion at the highest rate that is still permitted: right under the ceiling. */
  @Test
  void notEvenTheHighestThatIsPermitted() {
    for (int seed = 0; seed < HIGHEST; seed++) {
      var random = new SplittableRandom(seed);
      long weightG = random.nextLong(130_000, 150_001);
      long durationS = random.nextLong(6_000, 7_200);
      int low = 100;
      int high = 1_000;
      while (high - low > 1) {
        int middle = (low + high) / 2;
        if (isPermitted(passed(longOrder(weightG, middle, durationS)))) {
          low = middle;
        } else {
          high = middle;
        }
      }
      ReadBack highest = passed(longOrder(weightG, low, durationS));
      assertThat(highest.predictions()).anyMatch(p -> p.judgedPgPerMl() > 595_000);
      run(highest, random, seed);
    }
  }

  private Order longOrder(long weightG, int mcgPerKgPerH, long durationS) {
    var phase =
        new OrderPhase(
            PhaseKind.MAINTENANCE, DoseUnit.MG_PER_KG_PER_H, mcgPerKgPerH * 1_000L, durationS);
    // The limit on drug in all would bind first, without a dose before.
    var prior = new PriorDose("KETAMINE-RACEMIC", 130_000_000, 2_400, 600, true, false);
    return order("PAIN-CRPS-4H", weightG, List.of(phase), List.of(prior));
  }

  private boolean isPermitted(ReadBack readBack) {
    return review.permit(readBack) != null;
  }

  /** Staff pass every soft limit there is. */
  private ReadBack passed(Order order) {
    List<LimitOverride> overrides =
        review.readBack(order, 1, 1).findings().stream()
            .filter(finding -> finding.severity() == Finding.Severity.SOFT)
            .map(finding -> new LimitOverride(finding.code(), "tested"))
            .distinct()
            .limit(Order.MOST_OVERRIDES)
            .toList();
    Order passed =
        new Order(
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
            true,
            overrides,
            "first",
            "second");
    return review.readBack(passed, 1, 1);
  }

  private Order order(SplittableRandom random) {
    DrugEntry drug = requireNonNull(library.drug("KETAMINE-RACEMIC"));
    List<Protocol> protocols = drug.protocols().values().stream().toList();
    Protocol protocol = protocols.get(random.nextInt(protocols.size()));
    List<OrderPhase> phases = new ArrayList<>();
    for (OrderPhase phase : protocol.phases()) {
      phases.add(phase(phase, random));
    }
    List<PriorDose> priors =
        random.nextBoolean()
            ? List.of()
            : List.of(
                new PriorDose(
                    drug.id(), random.nextLong(1, 40_000_000), 2_400, 3_600, false, true));
    return order(protocol.id(), random.nextLong(40_000, 150_001), phases, priors);
  }

  private Order order(
      String protocolId, long weightG, List<OrderPhase> phases, List<PriorDose> priors) {
    return new Order(
        library.hash(),
        "KETAMINE-RACEMIC",
        protocolId,
        Patient.ofWeight(weightG),
        WeightBasis.ACTUAL,
        phases,
        10_000_000,
        "BD-PLASTIPAK-50",
        50_000_000,
        priors,
        true,
        List.of(),
        "first",
        "second");
  }

  /** Long infusions by rate are what comes near the ceiling: up to 1 mg/kg/h for 3 h. */
  private static OrderPhase phase(OrderPhase phase, SplittableRandom random) {
    if (phase.unit() == DoseUnit.MG_PER_KG_PER_H) {
      long amountNg = random.nextLong(700, 1_001) * 1_000;
      return new OrderPhase(phase.kind(), phase.unit(), amountNg, random.nextLong(3_600, 10_801));
    }
    double scale = phase.kind() == PhaseKind.BOLUS ? 1 : random.nextDouble(0.7, 2.0);
    long amountNg = Math.round(phase.amountNg() * scale / 1_000) * 1_000;
    return new OrderPhase(phase.kind(), phase.unit(), amountNg, phase.durationS());
  }

  private void run(ReadBack readBack, SplittableRandom random, int seed) {
    nowNs = 0;
    atMostNl = 0;
    Order order = readBack.order();
    watch.begin(review.concentrations(order), order.concentrationNgPerMl(), nowNs);
    boolean overrun = random.nextBoolean();
    for (ReadBack.Phase phase : readBack.phases()) {
      long s = phase.durationS() + (overrun ? Math.min(300, phase.durationS() / 10) : 0);
      boolean isBolus = phase.kind() == PhaseKind.BOLUS;
      flow(phase.rateNlPerH(), s, isBolus, seed);
      if (random.nextInt(3) == 0) {
        flow(0, random.nextLong(5, 600), false, seed);
      }
    }
    flow(0, 1_200, false, seed);
  }

  private void flow(long rateNlPerH, long durationS, boolean bolus, int seed) {
    for (long endNs = nowNs + durationS * S; nowNs < endNs; ) {
      nowNs += TICK_NS;
      atMostNl += rateNlPerH / 36_000.0;
      assertThat(watch.reachesCeiling((long) atMostNl, rateNlPerH, bolus, nowNs))
          .as("seed %d at %d s", seed, nowNs / S)
          .isFalse();
    }
  }
}
