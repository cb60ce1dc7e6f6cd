package org.tenuto.driver.stepper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.dose.DoseUnit;
import org.tenuto.dose.Finding;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.OrderReview;
import org.tenuto.dose.PermittedOrder;
import org.tenuto.dose.PhaseKind;
import org.tenuto.dose.ReadBack;
import org.tenuto.dose.SampleOrders;
import org.tenuto.quantity.Volume;

/** Orders for a stepper before the guardrail. */
class StepperOrderTest {

  private static Order mlPerH(long rate) {
    Order usual = SampleOrders.USUAL;
    OrderPhase phase =
        new OrderPhase(PhaseKind.MAINTENANCE, DoseUnit.MG_PER_H, rate * 1_000_000, 120);
    return new Order(
        usual.libraryHash(),
        usual.drugId(),
        usual.protocolId(),
        usual.patient(),
        usual.weightBasis(),
        List.of(phase),
        1_000_000,
        "BD-PLASTIPAK-50",
        50_000_000,
        List.of(),
        false,
        List.of(),
        usual.staffId(),
        "");
  }

  private static OrderReview review(int microsteps) {
    StepperBuild build = StepperBuild.USUAL.withMicrosteps(microsteps);
    return new OrderReview(
        SampleOrders.LIBRARY, s -> new StepperResolution(build, s.innerDiameterUm()));
  }

  private static List<String> tooFast(int microsteps, long rate) {
    return review(microsteps).readBack(mlPerH(rate), 1, 2).findings().stream()
        .filter(finding -> finding.code().equals("FLOW_RATE_ABOVE_PUMP_MAXIMUM"))
        .map(Finding::text)
        .toList();
  }

  @Test
  void whatIsTooFastForTheStepsIsRefusedBeforeStartAndToldWhatWouldFit() {
    assertThat(tooFast(16, 999))
        .containsExactly(
            "flow rate 999 mL/h: expected at most 312.590432 mL/h, the pump's maximum with this"
                + " syringe; it needs 1/4 steps");
    assertThat(tooFast(4, 999)).isEmpty();
  }

  /** 35 mL are 201,541 microsteps and a bit: the bit is not told, shown or delivered. */
  @Test
  void anOrderIsReadBackInWholeMicrosteps() {
    ReadBack shown = review(16).readBack(SampleOrders.USUAL, 1, 2);
    assertThat(shown.refused()).isFalse();
    assertThat(shown.phases().getFirst().pumpRate()).isEqualTo("52.5 mL/h");
    assertThat(shown.phases().getFirst().pumpVolume()).isEqualTo("201541 steps");
    assertThat(shown.volumeNl()).isBetween(35_000_000L - 174, 35_000_000L);
  }

  /** What is left after a pause is whole microsteps too, and with what was given never too much. */
  @ParameterizedTest
  @CsvSource({"0", "1", "173", "174", "17500001", "34999000", "34999883"})
  void whatIsLeftIsNeverMoreThanWasOrdered(long deliveredAtMostNl) {
    OrderReview review = review(16);
    PermittedOrder order =
        Objects.requireNonNull(review.permit(review.readBack(SampleOrders.USUAL, 1, 2)));
    long wholeNl = order.readBack().volumeNl();
    var rest = order.rest(0, new Volume(deliveredAtMostNl));
    long restNl = rest == null ? 0 : rest.volume().nl();
    assertThat(deliveredAtMostNl + restNl).isBetween(wholeNl - 174, wholeNl);
  }
}
