package org.tenuto.control.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tenuto.infusion.InfusionState;

/** 1,000 Pa/s are configured. */
class RisingPressureTest {

  private final RisingPressure check =
      new RisingPressure(
          Scene.EVERY_SENSOR, Scene.USUAL.with(Threshold.PRESSURE_RISE_PA_PER_S, 1_000));
  private final Moment now = Scene.running();

  private boolean afterASecondAt(long pressurePa) {
    now.nowNs += Scene.S;
    now.reading.pressurePa = pressurePa;
    return check.finds(now);
  }

  @Test
  void aRiseBeyondTheLimitIsFoundAndEndsWithIt() {
    assertThat(check.monitored()).isTrue();
    check.finds(now);
    assertThat(afterASecondAt(1_000)).isFalse();
    assertThat(afterASecondAt(2_001)).isTrue();
    now.nowNs += Scene.S - 1;
    assertThat(check.finds(now)).isTrue();
    now.nowNs++;
    assertThat(check.finds(now)).isFalse();
  }

  @Test
  void aPressureThatFallsDoesNotRise() {
    now.reading.pressurePa = 50_000;
    check.finds(now);
    assertThat(afterASecondAt(10_000)).isFalse();
  }

  @Test
  void aPauseBeginsAnew() {
    check.finds(now);
    now.state = InfusionState.PAUSED;
    check.finds(now);
    now.state = InfusionState.INFUSING;
    assertThat(afterASecondAt(60_000)).isFalse();
  }
}
