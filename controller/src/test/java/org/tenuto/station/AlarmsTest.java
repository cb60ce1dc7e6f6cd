package org.tenuto.station;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.control.check.SelfTest;

class AlarmsTest {

  @Test
  void aFailedSelfTestSaysWhatFailed() {
    StatusSnapshot snapshot = new StatusSnapshot();
    snapshot.alarmBits = AlarmCondition.SELF_TEST_FAILED.bit();
    for (SelfTest.Item item : SelfTest.Item.values()) {
      snapshot.selfTestFailedBits = item.bit();
      assertThat(Alarms.of(snapshot, 0, null))
          .singleElement()
          .extracting(Alarms.Alarm::text)
          .isEqualTo("Self-test failed: " + item.text() + ".");
    }
  }

  @Test
  void whatNoSensorWatchesIsNamed() {
    assertThat(Monitored.missing(0))
        .containsExactly("line pressure", "air in line", "plunger", "power", "pressure rise");
    assertThat(Monitored.missing(1 | 2 | 4)).containsExactly("power", "pressure rise");
    assertThat(Monitored.names(1 | 32)).containsExactly("line pressure", "pressure rise");
  }
}
