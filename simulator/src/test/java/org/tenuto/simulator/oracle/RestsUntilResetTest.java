package org.tenuto.simulator.oracle;

import static org.tenuto.simulator.oracle.Stage.order;
import static org.tenuto.simulator.oracle.Stage.phase;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.infusion.InfusionState;

class RestsUntilResetTest {

  private final Stage stage = new Stage(_ -> new RestsUntilReset());

  @BeforeEach
  void infuse() {
    stage.infuses(order(phase(60, 6_000))).pass(10_000).keeps();
  }

  private Stage open() {
    stage.scene.eStopOpen = true;
    return stage;
  }

  private Stage close() {
    stage.scene.eStopOpen = false;
    return stage;
  }

  private Stage movesAgain() {
    return stage.moves(InfusionState.INFUSING).pass(1);
  }

  @Test
  void motionWhileItIsOpen() {
    open().pass(2_001).keeps().pass(1).breaksNow("before staff have reset");
  }

  @Test
  void motionOnceItIsReleased() {
    open().pass(10).rests(InfusionState.FAULT).pass(5_000);
    close().pass(60_000).keeps();
    movesAgain().breaksNow();
  }

  @Test
  void anEStopNobodyCanRead() {
    stage.scene.panelLost = true;
    stage.pass(10).rests(InfusionState.FAULT).pass(5_000);
    stage.scene.panelLost = false;
    stage.pass(1).keeps();
    movesAgain().breaksNow();
  }

  /** A wire that is open for a millisecond is an open e-stop like any other. */
  @Test
  void aMomentIsEnough() {
    open().pass(1);
    close().rests(InfusionState.FAULT).pass(5_000);
    movesAgain().breaksNow();
  }

  @Test
  void staffHaveReset() {
    open().rests(InfusionState.FAULT).pass(5_000);
    close().pass(1_000).happens(new Happening.ResetAsked()).pass(5_000);
    movesAgain().pass(60_000).keeps();
  }

  @Test
  void aResetLongBeforeItWasReleased() {
    open().rests(InfusionState.FAULT).pass(5_000).happens(new Happening.ResetAsked()).pass(2_002);
    close().pass(1_000);
    movesAgain().breaksNow();
  }

  @Test
  void aResetOnItsWayWhenItIsReleased() {
    open().rests(InfusionState.FAULT).pass(5_000).happens(new Happening.ResetAsked()).pass(1_900);
    close().pass(1_000);
    movesAgain().keeps();
  }

  @Test
  void anotherOneAfterTheReset() {
    open().rests(InfusionState.FAULT).pass(5_000);
    close().happens(new Happening.ResetAsked()).pass(5_000);
    movesAgain().pass(1_000).keeps();
    open().rests(InfusionState.FAULT).pass(5_000);
    close().pass(1);
    movesAgain().breaksNow();
  }

  /** What a loop that gets no turn can't see, nothing is asked of; its pump stops by itself. */
  @Test
  void anExecutorThatDidNotRun() {
    stage.scene.executorUp = false;
    open().rests(InfusionState.INFUSING).pass(5_000);
    stage.scene.executorUp = true;
    close();
    movesAgain().keeps();
  }

  @Test
  void anotherBootHasNoOrderToGoOnWith() {
    open().rests(InfusionState.FAULT).pass(5_000);
    close().pass(1);
    stage.said.executorBootId = 2;
    movesAgain().keeps();
  }
}
