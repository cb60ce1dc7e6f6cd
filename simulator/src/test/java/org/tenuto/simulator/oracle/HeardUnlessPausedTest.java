package org.tenuto.simulator.oracle;

import org.junit.jupiter.api.Test;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.alarm.Note;

class HeardUnlessPausedTest {

  private final Stage stage = new Stage(_ -> new HeardUnlessPaused());

  private Stage sounds(long ms) {
    stage.scene.sounding = Note.HIGH_C;
    stage.pass(ms);
    stage.scene.sounding = null;
    return stage;
  }

  @Test
  void aNewAlarmIsNotHeard() {
    stage.raises(AlarmCondition.PUMP_SILENT).pass(4_001).keeps().pass(1).breaksNow("PUMP_SILENT");
  }

  @Test
  void aNewAlarmIsHeard() {
    stage.raises(AlarmCondition.PUMP_SILENT).pass(4_000);
    sounds(1).pass(12_000).keeps().pass(1).breaksNow("fallen silent");
  }

  @Test
  void aLowOneNeedNotBe() {
    stage.raises(AlarmCondition.NEAR_COMPLETION).pass(60_000).keeps();
  }

  @Test
  void oneThatIsOverNeedNotBe() {
    stage.raises(AlarmCondition.STATION_SILENT).pass(4_000);
    stage.clears(AlarmCondition.STATION_SILENT).pass(60_000).keeps();
  }

  /** A new one is heard also in a pause. */
  @Test
  void aNewOneInAPause() {
    stage.raises(AlarmCondition.PUMP_SILENT);
    sounds(100).happens(new Happening.AudioPaused()).pass(20_000).keeps();
    stage.raises(AlarmCondition.PUMP_STALLED).pass(4_001).keeps().pass(1).breaksNow();
  }

  /** A medium one does not break the pause of a high one. */
  @Test
  void aLesserOneInAPause() {
    stage.raises(AlarmCondition.PUMP_SILENT);
    sounds(100).happens(new Happening.AudioPaused());
    stage.raises(AlarmCondition.PAGE_UNSEEN).pass(110_000).keeps();
  }

  @Test
  void aPauseIsOverAfterTwoMinutes() {
    stage.raises(AlarmCondition.PUMP_SILENT);
    sounds(100).happens(new Happening.AudioPaused()).pass(120_000 + 11_999).keeps();
    stage.pass(1).breaksNow("fallen silent");
  }

  @Test
  void aDeadExecutorSoundsNothing() {
    stage.raises(AlarmCondition.PUMP_SILENT);
    stage.scene.executorUp = false;
    stage.pass(60_000).keeps();
  }
}
