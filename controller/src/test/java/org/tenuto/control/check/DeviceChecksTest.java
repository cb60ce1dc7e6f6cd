package org.tenuto.control.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tenuto.infusion.InfusionState;

/** The checks of the device's own parts: station, record, loop. */
class DeviceChecksTest {

  private final Moment now = Scene.running();

  @Test
  void aStationThatKeepsNoRecordIsSilentWhileAnOrderIsOpen() {
    SilentStation check = new SilentStation();
    assertThat(check.finds(now)).isFalse();
    now.recordKept = false;
    assertThat(check.finds(now)).isTrue();
    now.state = InfusionState.READY;
    assertThat(check.finds(now)).isFalse();
  }

  @Test
  void anEventIsLostOnce() {
    LostEvents check = new LostEvents();
    assertThat(check.finds(now)).isFalse();
    now.droppedEvents = 1;
    assertThat(check.finds(now)).isTrue();
    assertThat(check.finds(now)).isFalse();
    now.programmed = false;
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
