package org.tenuto.simulator.oracle;

import static org.tenuto.simulator.oracle.Stage.order;
import static org.tenuto.simulator.oracle.Stage.phase;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.infusion.InfusionState;

class NoSilentStopTest {

  private final Stage stage = new Stage(_ -> new NoSilentStop());

  @BeforeEach
  void infuse() {
    stage.infuses(order(phase(60, 600))).pass(1_000).keeps();
  }

  @Test
  void standsAndIsSaidToInfuse() {
    stage.rests(InfusionState.INFUSING).pass(2_001).keeps().pass(1).breaksNow("stands");
  }

  @Test
  void turnsAndIsBlocked() {
    stage.scene.rotorFree = false;
    stage.pass(2_001).keeps().pass(1).breaksNow("stands");
  }

  @Test
  void movesAndIsSaidToRest() {
    stage.said.state = InfusionState.COMPLETE;
    stage.pass(1_001).keeps().pass(1).breaksNow("moves");
  }

  @Test
  void anAlarmTellsIt() {
    stage.rests(InfusionState.INFUSING).pass(1_900).raises(AlarmCondition.PUMP_STALLED);
    stage.pass(60_000).keeps();
  }

  /** One that was told before, and is still to be acknowledged, tells nothing of this. */
  @Test
  void anAlarmOfYesterdayTellsNothing() {
    stage.latches(AlarmCondition.PUMP_STALLED).pass(1_000);
    stage.rests(InfusionState.INFUSING).pass(2_001).keeps().pass(1).breaksNow();
  }

  @Test
  void oneThatWasAcknowledgedAndComesBackDoes() {
    stage.latches(AlarmCondition.PUMP_STALLED).pass(1_000);
    stage.rests(InfusionState.INFUSING).pass(1_000).clears(AlarmCondition.PUMP_STALLED).pass(1);
    stage.latches(AlarmCondition.PUMP_STALLED).pass(60_000).keeps();
  }

  @Test
  void oneThatStopsNothingTellsNothing() {
    stage.raises(AlarmCondition.CYCLE_OVERRUN).raises(AlarmCondition.PRESSURE_RISING);
    stage.rests(InfusionState.INFUSING).pass(2_001).keeps().pass(1).breaksNow();
  }

  @Test
  void aDeadExecutorIsNobodysSilence() {
    stage.scene.executorUp = false;
    stage.rests(InfusionState.INFUSING).pass(60_000).keeps();
  }
}
