package org.tenuto.dose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.Volume;

/** What reaches the pump is never above the order, and what lies too far below it is refused. */
class RoundingTest {

  @Test
  void neverRoundsUp() {
    Guardrail guardrail = new Guardrail(SampleOrders.LIBRARY, syringe -> new FourDigitPump());
    Random random = new Random(20_261_121);
    int permitted = 0;
    for (int i = 0; i < 20_000; i++) {
      Verdict verdict = guardrail.check(anyOrder(random));
      AchievedDose achieved = verdict.achieved();
      ExactDose exact = verdict.exact();
      if (achieved != null && exact != null) {
        assertNotAbove(exact, achieved);
        permitted += verdict.refused() ? 0 : 1;
      }
    }
    assertThat(permitted).as("orders that may run").isGreaterThan(1_000);
  }

  private static void assertNotAbove(ExactDose exact, AchievedDose achieved) {
    assertThat(exact.volumeMl().compareTo(achieved.volume().ml())).isNotNegative();
    assertThat(exact.rateMlPerH().compareTo(achieved.rate().mlPerH())).isNotNegative();
    assertThat(exact.totalMg()).isGreaterThanOrEqualTo(achieved.drug().mg());
    assertThat(exact.doseRateMgPerKgPerH().compareTo(achieved.doseRate().mgPerKgPerH()))
        .isNotNegative();
    BigDecimal deliveredByThen =
        achieved.rate().mlPerH().multiply(BigDecimal.valueOf(achieved.durationS()));
    assertThat(deliveredByThen)
        .as("the stated time is enough for the whole volume")
        .isGreaterThanOrEqualTo(achieved.volume().ml().multiply(BigDecimal.valueOf(3600)));
  }

  @Test
  void permitsWhatIsOnePercentOffAndRefusesMore() {
    assertThat(findings(coarse("34.65", "52.5"))).isEmpty();
    assertThat(findings(coarse("34.649999", "52.5"))).containsExactly("ACHIEVED_DOSE_OFF");
    assertThat(findings(coarse("35", "51.975"))).isEmpty();
    assertThat(findings(coarse("35", "51.974999"))).containsExactly("ACHIEVED_RATE_OFF");
  }

  @Test
  void refusesAPumpThatRoundsUp() {
    assertThat(findings(coarse("35.000001", "52.5"))).containsExactly("PUMP_ROUNDED_UP");
    assertThat(findings(coarse("35", "52.500001"))).containsExactly("PUMP_ROUNDED_UP");
  }

  @Test
  void permitsNoRemainderThatIsRoundedUp() {
    Guardrail guardrail = new Guardrail(SampleOrders.LIBRARY, syringe -> coarse("35", "52.5"));
    assertThat(guardrail.permitRemainder(SampleOrders.USUAL, new Volume(0))).isNotNull();
    assertThat(guardrail.permitRemainder(SampleOrders.USUAL, new Volume(1))).isNull();
  }

  @Test
  void cutsARateThatDoesNotComeOutEvenOnce() {
    // 0.71 mg/kg over 52 min for 40 kg at 1 mg/mL: 32.769230… mL/h.
    Order order = SampleOrders.numbers(40_000, 710_000, 3_120, 1_000_000, 50_000_000);
    Guardrail guardrail = new Guardrail(SampleOrders.LIBRARY, syringe -> new FourDigitPump());
    AchievedDose achieved = Objects.requireNonNull(guardrail.check(order).achieved());
    assertThat(achieved.pumpRate()).isEqualTo("32.76MH");
    assertThat(achieved.pumpVolume()).isEqualTo("28.40ML");
    assertThat(achieved.durationS()).isEqualTo(3_121);
    assertThat(achieved.doseRate().ngPerKgPerH()).isEqualTo(819_000);
  }

  /** A pump that can be told only one volume and one rate. */
  private static PumpResolution coarse(String ml, String mlPerH) {
    return new PumpResolution() {
      @Override
      public FlowRate floorRate(BigDecimal ordered) {
        return FlowRate.floorMlPerH(new BigDecimal(mlPerH));
      }

      @Override
      public Volume floorVolume(BigDecimal ordered) {
        return Volume.floorMl(new BigDecimal(ml));
      }

      @Override
      public FlowRate minimumRate() {
        return new FlowRate(1);
      }

      @Override
      public FlowRate maximumRate() {
        return new FlowRate(100_000_000);
      }

      @Override
      public String rateText(FlowRate rate) {
        return mlPerH + "MH";
      }

      @Override
      public String volumeText(Volume volume) {
        return ml + "ML";
      }
    };
  }

  private static List<String> findings(PumpResolution pump) {
    return new Guardrail(SampleOrders.LIBRARY, syringe -> pump)
        .check(SampleOrders.USUAL).findings().stream().map(Finding::code).toList();
  }

  private static Order anyOrder(Random random) {
    long[] concentrations = {1_000_000, 2_000_000, 5_000_000, 10_000_000};
    BigDecimal dose = BigDecimal.valueOf(random.nextLong(1, 1_000), 3);
    return SampleOrders.numbers(
        random.nextLong(25_000, 300_000),
        dose.movePointRight(6).setScale(0, RoundingMode.UNNECESSARY).longValueExact(),
        random.nextLong(1_800, 6_001),
        concentrations[random.nextInt(concentrations.length)],
        50_000_000);
  }
}
