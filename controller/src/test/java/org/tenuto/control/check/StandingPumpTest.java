package org.tenuto.control.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tenuto.infusion.InfusionState;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpState;

class StandingPumpTest {

  private final StandingPump check = new StandingPump();
  private final Moment now = Scene.running();

  @Test
  void aPumpThatStandsWhileItShouldRunIsFound() {
    assertThat(check.finds(now)).isFalse();
    now.reading.state = PumpState.STOPPED;
    assertThat(check.finds(now)).isTrue();
    now.reading.finished = true;
    assertThat(check.finds(now)).isFalse();
  }

  @Test
  void aPumpThatStoppedForAFaultIsToldAsThat() {
    now.reading.state = PumpState.STOPPED;
    now.reading.fault = PumpFault.STALLED;
    assertThat(check.finds(now)).isFalse();
  }

  @Test
  void aPumpMayStandWhilePaused() {
    now.reading.state = PumpState.STOPPED;
    now.state = InfusionState.PAUSED;
    assertThat(check.finds(now)).isFalse();
    now.reading.fault = PumpFault.START_UNCONFIRMED;
    assertThat(check.finds(now)).isTrue();
  }
}
