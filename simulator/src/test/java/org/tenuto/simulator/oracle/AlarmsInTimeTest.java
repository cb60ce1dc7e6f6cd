package org.tenuto.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.simulator.oracle.Stage.order;
import static org.tenuto.simulator.oracle.Stage.phase;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.infusion.InfusionState;

class AlarmsInTimeTest {

  private final Stage stage = new Stage(AlarmsInTime::new);

  @BeforeEach
  void infuse() {
    stage.infuses(order(phase(60, 6_000))).pass(1_000).keeps();
  }

  /** The cause is there from the first millisecond that is looked at. */
  private void untoldFor(long latencyMs, String words) {
    stage.pass(latencyMs + 1).keeps().pass(1).breaksNow(words);
  }

  @Test
  void aCutLine() {
    stage.scene.lineUp = false;
    untoldFor(1_100, "line or pump silent");
  }

  @Test
  void aCutLineThatIsTold() {
    stage.scene.lineUp = false;
    stage.pass(1_101).raises(AlarmCondition.PUMP_LINE_LOST).pass(60_000).keeps();
  }

  @Test
  void anOpenEStop() {
    stage.scene.eStopOpen = true;
    untoldFor(10, "e-stop open");
  }

  @Test
  void anOpenEStopThatIsTold() {
    stage.scene.eStopOpen = true;
    stage.pass(10).raises(AlarmCondition.E_STOP_OPEN).pass(60_000).keeps();
  }

  @Test
  void anEStopNobodyCanRead() {
    stage.scene.eStopOpen = true;
    stage.scene.panelLost = true;
    untoldFor(10, "panel lost");
  }

  @Test
  void theWrongAlarmTellsNothing() {
    stage.scene.lineUp = false;
    stage.raises(AlarmCondition.STATION_SILENT).raises(AlarmCondition.PRESSURE_HIGH);
    untoldFor(1_100, "line or pump silent");
  }

  @Test
  void anAlarmOfYesterdayTellsNothing() {
    stage.latches(AlarmCondition.PUMP_SILENT).pass(1_000);
    stage.scene.pumpUp = false;
    untoldFor(1_100, "line or pump silent");
  }

  /** It goes on though the plunger has come to rest by then: nobody knows that. */
  @Test
  void aPumpThatIsSilentAndRests() {
    stage.scene.pumpUp = false;
    stage.pass(500).rests(InfusionState.INFUSING).pass(601).keeps().pass(1).breaksNow();
  }

  @Test
  void aBlockedMotor() {
    stage.scene.rotorFree = false;
    untoldFor(1_100, "motor blocked");
  }

  @Test
  void aDeadStation() {
    stage.scene.stationUp = false;
    untoldFor(AlarmCondition.STATION_SILENT.latencyMs(), "station gone");
  }

  @Test
  void aDeadStationOfAnIdleDeviceIsNoCause() {
    stage.rests(InfusionState.IDLE).pass(1);
    stage.scene.stationUp = false;
    stage.pass(60_000).keeps();
  }

  @Test
  void noPage() {
    stage.scene.pageOpen = false;
    untoldFor(AlarmCondition.PAGE_UNSEEN.latencyMs(), "no page");
  }

  @Test
  void noPageForLong() {
    stage.scene.pageOpen = false;
    stage.raises(AlarmCondition.PAGE_UNSEEN);
    untoldFor(AlarmCondition.PAGE_GONE.latencyMs(), "no page");
  }

  @Test
  void noPageOfAPausedOrder() {
    stage.rests(InfusionState.PAUSED).pass(1);
    stage.scene.pageOpen = false;
    untoldFor(AlarmCondition.PAGE_UNSEEN.latencyMs(), "no page");
  }

  @Test
  void noPageOfAPriming() {
    stage.moves(InfusionState.PRIMING);
    stage.scene.pageOpen = false;
    stage.pass(20_000).keeps();
  }

  @Test
  void aDeadExecutor() {
    stage.scene.executorUp = false;
    untoldFor(2_000, "executor gone");
  }

  @Test
  void aDeadExecutorThatIsTold() {
    stage.scene.executorUp = false;
    stage.pass(2_001);
    stage.scene.stationAlarm = true;
    stage.pass(60_000).keeps();
  }

  @Test
  void aDiskThatRefusesTheRecord() {
    stage.scene.recordRefused = true;
    stage.scene.stationAlarm = true; // tells something else
    untoldFor(2_000, "disk refused");
  }

  @Test
  void aDiskThatRefusesTheRecordAndIsTold() {
    stage.scene.recordRefused = true;
    stage.pass(2_001);
    stage.scene.recordAlarm = true;
    stage.pass(60_000).keeps();
  }

  /** 100 min at 60 mL/h: 97 min and 10 s later, less the time 20 µL take, it has to be near. */
  @Test
  void nearCompletion() {
    stage.push((6_000 - 169) * Stage.NL_PER_ML / 60);
    stage.pass(1).keeps();
    stage.push(Stage.NL_PER_ML / 60);
    stage.pass(2_000).keeps().pass(101);
    assertThat(stage.found()).extracting(Violation::text).first().asString().contains("near");
  }

  @Test
  void nearCompletionTold() {
    stage.push((6_000 - 100) * Stage.NL_PER_ML / 60);
    stage.pass(1_900).raises(AlarmCondition.NEAR_COMPLETION).pass(60_000).keeps();
  }

  @Test
  void theClockIsSet() {
    stage.pass(1);
    stage.scene.wallMs = stage.scene.nowNs / Stage.MS;
    stage.latches(AlarmCondition.CLOCK_STEPPED).pass(1); // the first look at it
    stage.clears(AlarmCondition.CLOCK_STEPPED);
    walk(1_000, 0);
    stage.keeps();
    walk(1, 3_001);
    walk(AlarmCondition.CLOCK_STEPPED.latencyMs(), 0);
    stage.keeps();
    walk(1, 0);
    stage.breaksNow("clock set");
  }

  @Test
  void aClockThatDriftsIsNotSet() {
    stage.scene.wallMs = stage.scene.nowNs / Stage.MS;
    stage.latches(AlarmCondition.CLOCK_STEPPED).pass(1).clears(AlarmCondition.CLOCK_STEPPED);
    for (int i = 0; i < 10_000; i++) {
      walk(1, i % 2);
    }
    stage.keeps();
  }

  /** So many milliseconds of a wall clock that is that much ahead after each. */
  private void walk(long ms, long aheadMs) {
    for (long i = 0; i < ms; i++) {
      stage.scene.wallMs += 1 + aheadMs;
      stage.pass(1);
    }
  }

  @Test
  void anEventIsLost() {
    stage.scene.eventsLost = 1;
    untoldFor(AlarmCondition.EVENTS_LOST.latencyMs(), "event lost");
  }

  @Test
  void anEventIsLostAndTold() {
    stage.scene.eventsLost = 1;
    stage.pass(101).raises(AlarmCondition.EVENTS_LOST).pass(1);
    stage.latches(AlarmCondition.EVENTS_LOST).pass(60_000).keeps();
  }
}
