package org.tenuto.control.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tenuto.infusion.InfusionState;
import org.tenuto.pump.PumpState;

/** The checks of the device's own parts: station, record, loop. */
class DeviceChecksTest {

  private final Moment now = Scene.running();

  @Test
  void aStationThatKeepsNoRecordIsSilentWhileAnOrderIsOpen() {
    SilentStation check = new SilentStation();
    assertThat(check.finds(now)).isFalse();
    now.recordKept = false;
    assertThat(check.finds(now)).isTrue();
    now.state = InfusionState.PRIMING;
    assertThat(new SilentStation().finds(now)).isTrue();
    now.state = InfusionState.READY;
    assertThat(new SilentStation().finds(now)).isFalse();
  }

  @Test
  void aSilentStationStaysSilentUntilItIsBackThoughTheOrderIsOver() {
    SilentStation check = new SilentStation();
    now.recordKept = false;
    assertThat(check.finds(now)).isTrue();
    now.state = InfusionState.IDLE;
    assertThat(check.finds(now)).isTrue();
    now.recordKept = true;
    assertThat(check.finds(now)).isFalse();
  }

  @Test
  void aPumpThatRestsForAChangeIsNotStanding() {
    StandingPump check = new StandingPump();
    now.reading.state = PumpState.STOPPED;
    assertThat(check.finds(now)).isTrue();
    now.changing = true;
    assertThat(check.finds(now)).isFalse();
  }

  @Test
  void anEventIsLostOnce() {
    LostEvents check = new LostEvents();
    assertThat(check.finds(now)).isFalse();
    now.droppedEvents = 1;
    assertThat(check.finds(now)).isTrue();
    assertThat(check.finds(now)).isFalse();
    now.openLedger = null;
    now.droppedEvents = 2;
    assertThat(check.finds(now)).isFalse();
  }

  @Test
  void aLoopThatIsATenthOfASecondLateIsLate() {
    LateCycle check = new LateCycle(Scene.USUAL);
    now.skippedNs = 100 * Scene.MS - 1;
    assertThat(check.finds(now)).isFalse();
    now.skippedNs = 100 * Scene.MS;
    assertThat(check.finds(now)).isTrue();
    now.state = InfusionState.SELF_TEST;
    assertThat(check.finds(now)).isFalse();
  }
}
