package org.tenuto.simulator.oracle;

import static org.tenuto.simulator.oracle.Stage.order;
import static org.tenuto.simulator.oracle.Stage.phase;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.infusion.InfusionState;

class PlungerRestsTest {

  private final Stage stage = new Stage(PlungerRests::new);

  @BeforeEach
  void infuse() {
    stage.infuses(order(phase(60, 6_000))).flow(60, 40_000).keeps();
  }

  @Test
  void aDeadExecutor() {
    stage.scene.executorUp = false;
    stage.flow(60, 2_000).keeps().flow(60, 1).breaksNow("nobody controls it");
  }

  @Test
  void aCutLine() {
    stage.scene.lineUp = false;
    stage.flow(60, 2_000).keeps().flow(60, 1).breaksNow();
  }

  @Test
  void aPumpThatHearsNothing() {
    stage.scene.pumpUp = false;
    stage.flow(60, 2_000).keeps().flow(60, 1).breaksNow();
  }

  @Test
  void anOpenEStop() {
    stage.scene.eStopOpen = true;
    stage.flow(60, 2_000).keeps().flow(60, 1).breaksNow("the e-stop is open");
  }

  @Test
  void anEStopNobodyCanRead() {
    stage.scene.panelLost = true;
    stage.flow(60, 2_000).keeps().flow(60, 1).breaksNow("the e-stop is open or can't be read");
  }

  @Test
  void aStateThatDoesNotDeliver() {
    stage.said.state = InfusionState.PAUSED;
    stage.flow(60, 2_000).keeps().flow(60, 1).breaksNow();
  }

  @Test
  void restingInTime() {
    stage.scene.executorUp = false;
    stage.flow(60, 2_000).rests(InfusionState.INFUSING).pass(60_000).keeps();
  }

  /** A rest of a moment does not begin the time anew. */
  @Test
  void motionInPieces() {
    stage.scene.executorUp = false;
    stage.flow(60, 1_500).rests(InfusionState.INFUSING).pass(100);
    stage.moves(InfusionState.INFUSING).flow(60, 500).keeps().flow(60, 1).breaksNow();
  }

  /** 2 s at 60 mL/h are 33.3 µL, whatever the time they take. */
  @Test
  void aBurstWithinTheTime() {
    stage.scene.executorUp = false;
    stage.push(33_333 + 1_000).keeps().push(1).breaksNow("were pushed out since");
  }

  /** A device that goes on as if nobody had pressed Stop says that all is well. */
  @Test
  void stopIsPressedAndNothingHappens() {
    stage.happens(new Happening.Halted());
    stage.flow(60, 2_000).keeps().flow(60, 1).breaksNow("Stop or Pause was pressed");
  }

  @Test
  void stopIsPressedWhileAStartIsUnderWay() {
    stage.rests(InfusionState.INFUSING).pass(10).happens(new Happening.Halted()).pass(300);
    stage.moves(InfusionState.INFUSING).flow(60, 2_000).keeps().flow(60, 1).breaksNow();
  }

  @Test
  void stopIsPressedAndStaffResume() {
    stage.happens(new Happening.Halted()).flow(60, 500).rests(InfusionState.PAUSED).pass(100);
    stage.happens(new Happening.Resumed()).moves(InfusionState.INFUSING);
    stage.flow(60, 60_000).keeps();
  }

  @Test
  void theDiskRefusesTheRecord() {
    stage.scene.recordRefused = true;
    stage.flow(60, 2_000).keeps().flow(60, 1).breaksNow("the disk refused the record");
  }

  @Test
  void aDeadStation() {
    stage.scene.stationUp = false;
    stage.flow(60, 5_000).keeps().flow(60, 1).breaksNow("the station is gone");
  }

  @Test
  void aStationThatIsBackInTime() {
    stage.scene.stationUp = false;
    stage.flow(60, 4_000);
    stage.scene.stationUp = true;
    stage.flow(60, 1);
    stage.scene.stationUp = false;
    stage.flow(60, 5_000).keeps().flow(60, 1).breaksNow();
  }

  @Test
  void noPage() {
    stage.scene.pageOpen = false;
    stage.flow(60, 33_000).keeps().flow(60, 1).breaksNow("no page shows it");
  }

  /** What primed at 120 mL/h is over; the order that is started runs at 60. */
  @Test
  void anOrderAfterAPrimingIsHeldToItsOwnRate() {
    stage.rests(InfusionState.IDLE).happens(new Happening.PrimingStarted(1_000_000));
    stage.moves(InfusionState.PRIMING).flow(120, 30_000).rests(InfusionState.IDLE).pass(1_000);
    stage.infuses(order(phase(60, 6_000))).flow(60, 1_000).keeps();
    stage.scene.executorUp = false;
    stage.push(34_333).keeps().push(1).breaksNow();
  }
}
