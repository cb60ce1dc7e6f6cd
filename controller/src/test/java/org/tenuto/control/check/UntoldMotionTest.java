package org.tenuto.control.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpState;

class UntoldMotionTest {

  private final UntoldMotion check = new UntoldMotion();
  private final Moment now = Scene.paused();

  @Test
  void aCounterThatGoesOnByMoreThanTwoDigitsIsMotion() {
    assertThat(check.finds(now)).isFalse();
    now.reading.counterNl += 20_000;
    assertThat(check.finds(now)).isFalse();
    now.reading.counterNl += 1;
    assertThat(check.finds(now)).isTrue();
  }

  @Test
  void slowMotionAddsUp() {
    int found = 0;
    for (int i = 0; i <= 10; i++) {
      now.reading.counterNl += 5_000;
      found += check.finds(now) ? 1 : 0;
    }
    assertThat(found).isEqualTo(2);
  }

  @Test
  void whatWasReadBeforeTheStopIsNotAtRest() {
    now.reading.counterAskedNs = now.reading.stoppedNs - 1;
    check.finds(now);
    now.reading.counterAskedNs = now.reading.stoppedNs;
    now.reading.counterNl += 30_000;
    assertThat(check.finds(now)).isFalse();
  }

  @Test
  void aRunInBetweenBeginsAnew() {
    check.finds(now);
    now.reading.state = PumpState.RUNNING;
    now.reading.counterNl += 1_000_000;
    assertThat(check.finds(now)).isFalse();
    now.reading.state = PumpState.STOPPED;
    assertThat(check.finds(now)).isFalse();
  }

  @Test
  void whatTheDriverFoundCounts() {
    now.reading.fault = PumpFault.MOTION_WITHOUT_COMMAND;
    assertThat(check.finds(now)).isTrue();
  }
}
