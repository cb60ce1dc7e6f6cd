package org.tenuto.dose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tenuto.quantity.Volume;
import org.tenuto.seeded.Draw;
import org.tenuto.seeded.SeededCases;

/**
 * The Open PCA flaw (Vasicek et al., ICLP 2024): a check of the rolling window that counts only
 * what was delivered so far lets the drug that is still to come carry a window beyond its limit.
 * Here series of orders are admitted one after the other, run, and every 24 hours there are is
 * added up.
 */
class RollingDayTest {

  private static final long DAY_S = 86_400;
  private static final String DRUG = "KETAMINE-RACEMIC";

  private final OrderReview review =
      new OrderReview(SampleOrders.LIBRARY, syringe -> new FourDigitPump());

  /** Drug given at an even rate from one time to another, s. */
  private record Stretch(long fromS, long toS, Fraction mg) {

    /** What of it lies between two times, mg. */
    Fraction within(long startS, long endS) {
      long common = Math.min(toS, endS) - Math.max(fromS, startS);
      return common <= 0 ? Fraction.ZERO : mg.times(Fraction.of(common, toS - fromS));
    }
  }

  /** One person's days: what ran so far, and when it is now. */
  private final class Days {
    private final Protocol protocol;
    private final List<Stretch> given = new ArrayList<>();
    private final List<Long> endsS = new ArrayList<>();
    private final List<Fraction> orderMg = new ArrayList<>();
    private long nowS;
    private int admitted;
    private int refused;

    Days(Protocol protocol) {
      this.protocol = protocol;
    }

    void order(Draw draw) {
      nowS += pause(draw);
      Order order = next(draw);
      ReadBack readBack = review.readBack(order, 1, 2);
      if (readBack.refused()) {
        refused++;
        return;
      }
      admitted++;
      long begunS = nowS;
      Fraction mg = Fraction.ZERO;
      boolean stopped = false;
      for (int i = 0; i < readBack.phases().size() && !stopped; i++) {
        stopped = draw.number(0, 9) == 0;
        mg = mg.plus(run(readBack, i, stopped ? draw.number(1L, 99L) : 100));
      }
      assertThat(nowS).isGreaterThan(begunS);
      endsS.add(nowS);
      orderMg.add(mg);
    }

    private Fraction run(ReadBack readBack, int phase, long percent) {
      PermittedRate permitted =
          Objects.requireNonNull(PermittedForTests.rest(review, readBack, phase, new Volume(0)));
      long nl = permitted.volume().nl() * percent / 100;
      Fraction mg = Fraction.of(nl, 1_000_000).times(PhaseOracle.mgPerMl(readBack.order()));
      long s = Math.ceilDiv(nl * 3_600, permitted.rate().nlPerH());
      given.add(new Stretch(nowS, nowS + s, mg));
      nowS += s;
      return mg;
    }

    /** Up to a day and a half, often to the second when an earlier order is a day ago. */
    private long pause(Draw draw) {
      if (!endsS.isEmpty() && draw.number(0, 2) == 0) {
        long next = draw.oneOf(endsS) + DAY_S - nowS + draw.number(-3_000L, 1L);
        if (next > 0) {
          return next;
        }
      }
      return draw.number(0L, DAY_S * 3 / 2);
    }

    private Order next(Draw draw) {
      long percent = draw.number(20L, 110L);
      List<OrderPhase> phases =
          protocol.phases().stream()
              .map(
                  p ->
                      new OrderPhase(
                          p.kind(), p.unit(), p.amountNg() * percent / 100, p.durationS()))
              .toList();
      return SampleOrder.usual()
          .drug(DRUG, protocol.id())
          .concentration(5_000_000)
          .phases(phases)
          .priors(priors())
          .overriding(
              ReasonCode.DOSE_BELOW_SOFT_LIMIT,
              ReasonCode.DOSE_RATE_BELOW_SOFT_LIMIT,
              ReasonCode.DAY_DOSE_ABOVE_SOFT_LIMIT,
              ReasonCode.PREDICTED_CONCENTRATION_ABOVE_SOFT_LIMIT,
              ReasonCode.BOLUS_RATE_BELOW_SOFT_LIMIT,
              ReasonCode.DOSE_RATE_ABOVE_SOFT_LIMIT,
              ReasonCode.DOSE_ABOVE_SOFT_LIMIT,
              ReasonCode.TOTAL_ABOVE_SOFT_LIMIT)
          .attested()
          .staff("anna", "ben")
          .order();
    }

    /** The orders of the last days, as a device remembers them: when each ended, and how much. */
    private List<PriorDose> priors() {
      List<PriorDose> priors = new ArrayList<>();
      for (int i = endsS.size() - 1; i >= 0 && priors.size() < Order.MOST_PRIOR_DOSES; i--) {
        long ng = nanograms(orderMg.get(i));
        priors.add(new PriorDose(DRUG, ng, 60, nowS - endsS.get(i), false, false));
      }
      return priors;
    }

    /** Rounded up: at most. */
    private static long nanograms(Fraction mg) {
      Fraction ng = mg.times(Fraction.of(1_000_000));
      BigInteger[] parts = ng.top().divideAndRemainder(ng.bottom());
      return parts[0].longValueExact() + parts[1].signum();
    }

    /** The sum is greatest in a window that begins or ends where a stretch begins or ends. */
    void assertNoWindowAboveTheLimit() {
      Fraction most = Fraction.of(protocol.day().hard().mgPerKg()).times(Fraction.of(70));
      for (Stretch stretch : given) {
        for (long edgeS : List.of(stretch.fromS(), stretch.toS())) {
          assertThat(within(edgeS - DAY_S, edgeS))
              .as("24 h to %s s", edgeS)
              .isLessThanOrEqualTo(most);
          assertThat(within(edgeS, edgeS + DAY_S))
              .as("24 h from %s s", edgeS)
              .isLessThanOrEqualTo(most);
        }
      }
    }

    private Fraction within(long startS, long endS) {
      Fraction sum = Fraction.ZERO;
      for (Stretch stretch : given) {
        sum = sum.plus(stretch.within(startS, endS));
      }
      return sum;
    }
  }

  @Test
  void noDayHoldsMoreThanItsLimitWhateverIsOrderedInIt() {
    int[] count = {0, 0};
    List<Protocol> protocols = List.copyOf(SampleOrders.drug(DRUG).protocols().values());
    SeededCases.check(
        2_424,
        400,
        draw -> {
          Days days = new Days(draw.oneOf(protocols));
          for (int i = 0; i < 12; i++) {
            days.order(draw);
          }
          days.assertNoWindowAboveTheLimit();
          count[0] += days.admitted;
          count[1] += days.refused;
        });
    assertThat(count[0]).as("orders admitted").isGreaterThan(1_000);
    assertThat(count[1]).as("orders refused").isGreaterThan(500);
  }

  @Test
  void whatIsStillToComeCountsWhole() {
    // 35 mg ended 23 h 59 min 59 s ago; 0.5 mg/kg more reach 1 mg/kg, of which next to nothing is
    // delivered while the first dose is still inside the window.
    PriorDose first = new PriorDose(DRUG, 35_000_000, 2_400, DAY_S - 1, false, false);
    assertThat(codes(SampleOrder.usual().priors(first)))
        .contains("DAY_DOSE_ABOVE_SOFT_LIMIT")
        .doesNotContain("DAY_DOSE_ABOVE_HARD_LIMIT");
    assertThat(codes(SampleOrder.usual().dose(500_001, 2_400).priors(first)))
        .contains("DAY_DOSE_ABOVE_HARD_LIMIT");
  }

  @Test
  void anEarlierDoseCountsWholeWhileAnyOfItIsInTheWindow() {
    // It began four hours before the window and ended a second inside.
    PriorDose long4h = new PriorDose(DRUG, 35_000_001, 14_400, DAY_S - 1, false, false);
    assertThat(codes(SampleOrder.usual().priors(long4h))).contains("DAY_DOSE_ABOVE_HARD_LIMIT");
  }

  private List<String> codes(SampleOrder order) {
    return review.readBack(order.order(), 1, 2).findings().stream().map(Finding::code).toList();
  }
}
