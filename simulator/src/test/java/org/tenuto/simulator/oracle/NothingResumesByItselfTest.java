package org.tenuto.simulator.oracle;

import static org.tenuto.simulator.oracle.Stage.order;
import static org.tenuto.simulator.oracle.Stage.phase;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.infusion.InfusionState;

class NothingResumesByItselfTest {

  private final Stage stage = new Stage(_ -> new NothingResumesByItself());

  @BeforeEach
  void infuse() {
    stage.infuses(order(phase(60, 600))).pass(10_000).keeps();
  }

  @Test
  void movesAgainAfterAPause() {
    stage.rests(InfusionState.PAUSED).pass(1).moves(InfusionState.PAUSED).pass(1).breaksNow();
  }

  @Test
  void saysThatItInfusesAgain() {
    stage.rests(InfusionState.PAUSED).pass(1).moves(InfusionState.INFUSING).pass(1).breaksNow();
  }

  @Test
  void staffAskedForIt() {
    stage.rests(InfusionState.PAUSED).pass(1_000).happens(new Happening.Resumed()).pass(4_999);
    stage.moves(InfusionState.INFUSING).pass(1).keeps();
  }

  @Test
  void staffAskedForItLongAgo() {
    stage.rests(InfusionState.PAUSED).pass(1_000).happens(new Happening.Resumed()).pass(5_000);
    stage.moves(InfusionState.INFUSING).pass(1).breaksNow();
  }

  /** Resume, then Pause: what was asked is taken back. */
  @Test
  void staffTookItBack() {
    stage.rests(InfusionState.PAUSED).happens(new Happening.Resumed()).pass(500);
    stage.happens(new Happening.Halted()).pass(1_000);
    stage.moves(InfusionState.INFUSING).pass(1).breaksNow();
  }

  @Test
  void whatIsOnItsWayWhenStaffTakeItBack() {
    stage.rests(InfusionState.PAUSED).happens(new Happening.Resumed()).pass(500);
    stage.happens(new Happening.Halted()).pass(999);
    stage.moves(InfusionState.INFUSING).pass(1).keeps();
  }

  /** What was asked of the executor that died is nothing the next may carry out. */
  @Test
  void anotherBootOfTheExecutor() {
    stage.scene.executorUp = false;
    stage.rests(InfusionState.INFUSING).pass(1).happens(new Happening.Resumed());
    stage.scene.executorUp = true;
    stage.said.executorBootId = 2;
    stage.pass(1_001).keeps();
    stage.moves(InfusionState.INFUSING).pass(1).breaksNow();
  }

  /** Between two phases it rests, and goes on as ordered. */
  @Test
  void theNextPhase() {
    stage.rests(InfusionState.INFUSING).pass(1_500).moves(InfusionState.INFUSING).pass(1).keeps();
  }
}
