package org.tenuto.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a fault is written down. */
class FaultSpecTest {

  @ParameterizedTest
  @CsvSource({
    "line-cut@20s, SERIAL_CUT, false, false, 20000",
    "line-back@delivering+3s, SERIAL_CUT, true, true, 3000",
    "mute@1.5s, PUMP_MUTE, false, false, 1500",
    "deaf@250ms, PUMP_DEAF, false, false, 250",
    "stall@delivering+5s, MOTOR_STALL, false, true, 5000",
    "reset@2min, PUMP_RESET, false, false, 120000"
  })
  void isKindAndMoment(
      String text, FaultKind kind, boolean ends, boolean afterFirstMove, long delayMs) {
    assertThat(FaultSpec.parse(text))
        .isEqualTo(new FaultSpec(kind, ends, afterFirstMove, delayMs * 1_000_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mute", "mute@", "mute@20", "mute@-1s", "mute@1h", "explode@20s"})
  void isRefusedByNameOtherwise(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FaultSpec.parse(text))
        .withMessageContaining("fault '" + text + "'")
        .withMessageContaining("expected")
        .withMessageNotContaining("\n");
  }
}
