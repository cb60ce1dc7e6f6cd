package org.tenuto.dose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.Volume;

/** What reaches the pump is never above the order, and what lies too far below it is refused. */
class RoundingTest {

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
    OrderReview review = new OrderReview(SampleOrders.LIBRARY, syringe -> coarse("35", "52.5"));
    ReadBack readBack = review.readBack(SampleOrders.USUAL, 1, 2);
    assertThat(PermittedForTests.rest(review, readBack, 0, new Volume(0))).isNotNull();
    assertThat(PermittedForTests.rest(review, readBack, 0, new Volume(1))).isNull();
  }

  @Test
  void cutsARateThatDoesNotComeOutEvenOnce() {
    // 0.71 mg/kg over 52 min for 40 kg at 1 mg/mL: 32.769230… mL/h.
    Order order = SampleOrders.numbers(40_000, 710_000, 3_120, 1_000_000, 50_000_000);
    Guardrail guardrail = new Guardrail(SampleOrders.LIBRARY, syringe -> new FourDigitPump());
    AchievedDose.Phase phase =
        Objects.requireNonNull(guardrail.check(order).achieved()).phases().getFirst();
    assertThat(phase.pumpRate()).isEqualTo("32.76MH");
    assertThat(phase.pumpVolume()).isEqualTo("28.40ML");
    assertThat(phase.durationS()).isEqualTo(3_121);
    assertThat(phase.doseRate().ngPerKgPerH()).isEqualTo(819_000);
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
}
