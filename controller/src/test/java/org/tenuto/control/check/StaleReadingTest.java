package org.tenuto.control.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tenuto.pump.PumpState;

class StaleReadingTest {

  private final StaleReading check = new StaleReading(Scene.USUAL);
  private final Moment now = Scene.running();

  @Test
  void aReadingOlderThanHalfASecondIsStale() {
    now.nowNs += 500 * Scene.MS;
    assertThat(check.finds(now)).isFalse();
    now.nowNs++;
    assertThat(check.finds(now)).isTrue();
    now.reading.state = PumpState.STOPPED;
    assertThat(check.finds(now)).isFalse();
  }

  @Test
  void aFreshStartIsGivenAsLong() {
    now.reading.runConfirmedNs = now.nowNs;
    now.reading.counterNs = 0;
    now.nowNs += 500 * Scene.MS;
    assertThat(check.finds(now)).isFalse();
    now.nowNs++;
    assertThat(check.finds(now)).isTrue();
  }
}
