package org.tenuto.control.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockStepTest {

  private final ClockStep check = new ClockStep(Scene.USUAL);
  private final Moment now = Scene.running();

  private boolean afterASecond(long wallGainMs) {
    now.nowNs += Scene.S;
    now.wallMs += 1_000 + wallGainMs;
    return check.finds(now);
  }

  private void begin() {
    now.wallKnown = true;
    now.wallMs = 1_800_000_000_000L;
    assertThat(check.finds(now)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, -1})
  void twoSecondsAreNoStepAndMoreIsOne(long sign) {
    begin();
    assertThat(afterASecond(sign * 2_000)).isFalse();
    assertThat(afterASecond(sign)).isTrue();
    assertThat(afterASecond(0)).isFalse();
  }

  @Test
  void littleStepsAddUp() {
    begin();
    assertThat(afterASecond(1_500)).isFalse();
    assertThat(afterASecond(1_500)).isTrue();
  }

  @Test
  void aStallIsNoStep() {
    begin();
    now.nowNs += 3_600 * Scene.S;
    now.wallMs += 3_600_000;
    assertThat(check.finds(now)).isFalse();
  }

  @Test
  void whatNobodyToldIsNotJudged() {
    assertThat(check.finds(now)).isFalse();
    assertThat(afterASecond(1_000_000)).isFalse();
  }
}
