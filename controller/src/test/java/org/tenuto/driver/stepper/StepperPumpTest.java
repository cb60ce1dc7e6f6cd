package org.tenuto.driver.stepper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpState;
import org.tenuto.seeded.SeededCases;

/** The driver before a motor, a cycle at a time. */
class StepperPumpTest {

  private static final long USUAL_NL_PER_H = 52_500_000;
  private static final long FAST_NL_PER_H = 300_000_000;

  @Test
  void theFirstThingIsEverythingOff() {
    Rig rig = new Rig();
    rig.motor.outputs = 7;
    rig.cycle();
    assertThat(rig.motor.outputs).isZero();
    assertThat(rig.reading.state).isEqualTo(PumpState.STOPPED);
    assertThat(rig.reading.mayMove).isFalse();
    assertThat(rig.reading.stoppedNs).isEqualTo(rig.nowNs);
    assertThat(rig.reading.counterKnown).isFalse();
  }

  @Test
  void itSaysThatNothingButTheCycleEndsIt() {
    var capability = new Rig().pump.capability();
    assertThat(capability.model()).isEqualTo("stepper");
    assertThat(capability.ownVolumeTarget()).isFalse();
    assertThat(capability.ownWatchdog()).isFalse();
  }

  @Test
  void aProgramSettlesThenSteps() {
    Rig rig = Rig.stopped();
    rig.deliver(USUAL_NL_PER_H, 1_000_000, true);
    assertThat(rig.reading.state).isEqualTo(PumpState.PROGRAMMING);
    rig.cycles(10);
    assertThat(rig.motor.outputs).isEqualTo(MotorLines.ENABLE | MotorLines.DIR);
    assertThat(rig.reading.mayMove).isFalse();
    rig.cycle();
    assertThat(rig.reading.state).isEqualTo(PumpState.RUNNING);
    assertThat(rig.reading.runConfirmedNs).isEqualTo(rig.nowNs);
    rig.cycles(1_000);
    // 52.5 mL/h are 83.98 microsteps of 0.1737 µL a second, less 1.8 for the ramp.
    assertThat(rig.motor.rotor).isBetween(81L, 83L);
  }

  /** Exactly the microsteps that are within the volume, then the current is off. */
  @Test
  void aProgramEndsAtTheLastMicrostepWithinItsVolume() {
    SeededCases.check(
        11,
        300,
        draw -> {
          Rig rig = Rig.stopped();
          long volumeNl = draw.number(200L, 60_000L);
          rig.deliver(FAST_NL_PER_H, volumeNl, true);
          rig.untilStopped(5_000);
          assertThat(rig.motor.rotor)
              .isEqualTo(new ExactSteps(rig.build, Rig.BD_50_UM).stepsWithin(volumeNl));
          assertThat(rig.reading.finished).isTrue();
          assertThat(rig.reading.mayMove).isFalse();
          assertThat(rig.motor.outputs).isZero();
          assertThat(rig.atMostNl()).isGreaterThanOrEqualTo(volumeNl);
          rig.cycles(100);
          assertThat(rig.motor.rotor).isEqualTo(rig.motor.risingEdges);
        });
  }

  /** After stop not one more rising edge, whenever it comes, and no current. */
  @Test
  void aStopTakesEffectInTheSameCycle() {
    SeededCases.check(
        12,
        500,
        draw -> {
          Rig rig = Rig.stopped();
          rig.deliver(FAST_NL_PER_H, 40_000, true);
          rig.cycles(draw.number(1, 1_200));
          long edges = rig.motor.risingEdges;
          rig.pump.stop();
          rig.cycle();
          assertThat(rig.motor.outputs).isZero();
          assertThat(rig.reading.state).isEqualTo(PumpState.STOPPED);
          assertThat(rig.reading.mayMove).isFalse();
          rig.cycles(50);
          assertThat(rig.motor.risingEdges).isEqualTo(edges);
        });
  }

  @Test
  void enableIsOnForAProgramOnlyAndDirIsForwardWheneverItIs() {
    SeededCases.check(
        13,
        200,
        draw -> {
          Rig rig = Rig.stopped();
          rig.deliver(FAST_NL_PER_H, draw.number(200L, 20_000L), true);
          long stopAt = draw.number(1, 700);
          for (int i = 0; i < 600; i++) {
            if (i == stopAt) {
              rig.pump.stop();
            }
            rig.cycle();
            assertThat(rig.motor.isOn()).isEqualTo(rig.reading.state != PumpState.STOPPED);
            boolean forward = (rig.motor.outputs & MotorLines.DIR) != 0;
            assertThat(forward).isEqualTo(rig.motor.isOn());
          }
        });
  }

  /** Whatever happens, the truth is between at least and at most; neither goes back but 1 nL. */
  @Test
  void theBracketHoldsTheTruth() {
    SeededCases.check(
        14,
        150,
        draw -> {
          Rig rig = Rig.stopped();
          var exact = new ExactSteps(rig.build, Rig.BD_50_UM);
          boolean first = true;
          long leastNl = 0;
          long mostNl = 0;
          for (int program = 0; program < 3; program++) {
            rig.deliver(draw.number(1_000_000L, FAST_NL_PER_H), draw.number(200L, 60_000L), first);
            first = false;
            long cycles = draw.number(1, 900);
            long jamAt = draw.number(1, 3_000);
            for (int i = 0; i < cycles; i++) {
              rig.motor.jammed |= i == jamAt;
              rig.cycle();
              long truthNl = exact.nl(rig.motor.rotor, false);
              assertThat(rig.atLeastNl()).isBetween(leastNl - 1, truthNl);
              assertThat(rig.atMostNl()).isGreaterThanOrEqualTo(Math.max(truthNl, mostNl));
              leastNl = rig.atLeastNl();
              mostNl = rig.atMostNl();
            }
            rig.pump.stop();
            rig.cycle();
            rig.pump.stop();
          }
        });
  }

  /** While the encoder follows, both are within two of its counts and two microsteps. */
  @Test
  void theBracketIsTight() {
    Rig rig = Rig.running(USUAL_NL_PER_H);
    rig.cycles(60_000);
    assertThat(rig.atMostNl() - rig.atLeastNl()).isBetween(1L, 2 * 5_558L + 2 * 174L);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 400, 60_000})
  void aStallOfTheLoopIsForfeitedAndCounted(long missed) {
    Rig rig = Rig.running(FAST_NL_PER_H);
    rig.cycles(2_000);
    long before = rig.motor.rotor;
    rig.stall(missed);
    rig.cycles(99);
    assertThat(rig.pump.forfeitedCycles()).isEqualTo(missed);
    // 0.1 s at 480/s are 48 microsteps, whatever went before.
    assertThat(rig.motor.rotor - before).isLessThanOrEqualTo(48);
  }

  /** A cycle that comes too early adds nothing. */
  @Test
  void aCycleBeforeItsTimeIsNone() {
    Rig rig = Rig.running(FAST_NL_PER_H);
    long before = rig.motor.rotor;
    for (int i = 0; i < 10_000; i++) {
      rig.pump.cycle(rig.nowNs + i % 1_000_000 / 100);
    }
    assertThat(rig.motor.rotor).isEqualTo(before);
  }

  // Faults.

  /** 40 µm and one count, in microsteps of 0.3125 µm. */
  @Test
  void aStallIsSeenWithinItsTravel() {
    Rig rig = Rig.running(USUAL_NL_PER_H);
    rig.cycles(10_000);
    rig.motor.jammed = true;
    long edges = rig.motor.risingEdges;
    untilFault(rig, 3_000);
    assertThat(rig.reading.fault).isEqualTo(PumpFault.STALLED);
    assertThat(rig.motor.risingEdges - edges).isBetween(96L, 161L);
    assertThat(rig.motor.outputs).isZero();
  }

  @Test
  void anEncoderThatIsStuckOrWiredBackwardsIsAStall() {
    Rig stuck = Rig.running(USUAL_NL_PER_H);
    stuck.motor.encoderStuck = true;
    untilFault(stuck, 3_000);
    assertThat(stuck.reading.fault).isEqualTo(PumpFault.STALLED);
    Rig backwards = Rig.running(USUAL_NL_PER_H);
    backwards.motor.backwards = true;
    untilFault(backwards, 3_000);
    assertThat(backwards.reading.fault).isEqualTo(PumpFault.STALLED);
  }

  /** One microstep of twenty: told when 40 µm are missing. */
  @Test
  void stepsThatSlipOneByOneAddUp() {
    Rig rig = Rig.running(USUAL_NL_PER_H);
    for (int i = 0; i < 60_000 && rig.reading.fault == PumpFault.NONE; i++) {
      rig.motor.jammed = rig.motor.risingEdges % 20 == 0;
      rig.cycle();
    }
    assertThat(rig.reading.fault).isEqualTo(PumpFault.STALLED);
    assertThat(rig.motor.risingEdges - rig.motor.rotor).isBetween(90L, 161L);
  }

  @Test
  void aScrewThatRunsAheadIsAMotionNobodyCommandedAndIsCounted() {
    Rig rig = Rig.running(USUAL_NL_PER_H);
    rig.cycles(5_000);
    rig.motor.turnBy(400);
    rig.cycle();
    rig.cycle();
    assertThat(rig.reading.fault).isEqualTo(PumpFault.MOTION_WITHOUT_COMMAND);
    assertThat(rig.motor.outputs).isZero();
    long truthNl = new ExactSteps(rig.build, Rig.BD_50_UM).nl(rig.motor.rotor, true);
    assertThat(rig.atMostNl()).isGreaterThanOrEqualTo(truthNl);
  }

  @Test
  void aScrewThatTurnsForwardAtRestIsAMotionNobodyCommanded() {
    Rig rig = Rig.stopped();
    rig.motor.turnBy(-2_000);
    rig.cycles(5);
    rig.motor.turnBy(2_000);
    rig.cycles(5);
    assertThat(rig.reading.fault).isEqualTo(PumpFault.NONE);
    rig.motor.turnBy(300);
    rig.cycles(5);
    assertThat(rig.reading.fault).isEqualTo(PumpFault.MOTION_WITHOUT_COMMAND);
  }

  @Test
  void theForwardEndStopsAtOnceAndNothingStartsThere() {
    Rig rig = Rig.running(FAST_NL_PER_H);
    rig.cycles(500);
    long edges = rig.motor.risingEdges;
    rig.motor.end(MotorLines.END_FORWARD, true);
    rig.cycle();
    assertThat(rig.reading.fault).isEqualTo(PumpFault.END_REACHED);
    assertThat(rig.motor.outputs).isZero();
    assertThat(rig.motor.risingEdges).isEqualTo(edges);
    rig.pump.stop();
    rig.deliver(FAST_NL_PER_H, 100_000, true);
    rig.cycles(30);
    assertThat(rig.reading.fault).isEqualTo(PumpFault.END_REACHED);
    assertThat(rig.motor.risingEdges).isEqualTo(edges);
  }

  /** Shorter than a cycle: the level is back before it is looked at. */
  @Test
  void aBriefTouchOfTheForwardEndIsSeenByItsEdge() {
    Rig rig = Rig.running(FAST_NL_PER_H);
    rig.motor.edge(MotorLines.END_FORWARD, true);
    rig.motor.edge(MotorLines.END_FORWARD, false);
    rig.cycle();
    assertThat(rig.reading.fault).isEqualTo(PumpFault.END_REACHED);
  }

  @Test
  void aSwitchThatIsNotThereStopsNothing() {
    var build = new StepperBuild(1_000, 200, 16, 100, 500, 2_000, 40, false, false);
    Rig rig = new Rig(build);
    rig.cycle();
    rig.motor.end(MotorLines.END_FORWARD, true);
    rig.motor.end(MotorLines.END_BACK, true);
    rig.deliver(FAST_NL_PER_H, 10_000, true);
    rig.untilStopped(2_000);
    assertThat(rig.reading.fault).isEqualTo(PumpFault.NONE);
    assertThat(rig.reading.finished).isTrue();
  }

  @Test
  void aPusherAtBothEndsIsACableThatIsTorn() {
    Rig rig = Rig.running(USUAL_NL_PER_H);
    rig.motor.end(MotorLines.END_FORWARD, true);
    rig.motor.end(MotorLines.END_BACK, true);
    rig.cycle();
    assertThat(rig.reading.fault).isEqualTo(PumpFault.LINE_LOST);
    assertThat(rig.motor.outputs).isZero();
  }

  @Test
  void anEdgeThatIsMissingOrLostIsALineThatIsLost() {
    Rig torn = Rig.running(USUAL_NL_PER_H);
    boolean level = (torn.motor.levels() & 1) != 0;
    torn.motor.edge(MotorLines.ENCODER_A, level);
    torn.cycle();
    assertThat(torn.reading.fault).isEqualTo(PumpFault.LINE_LOST);
    assertThat(torn.motor.outputs).isZero();
    Rig lost = Rig.running(USUAL_NL_PER_H);
    lost.motor.lost = true;
    lost.cycle();
    assertThat(lost.reading.fault).isEqualTo(PumpFault.LINE_LOST);
    assertThat(lost.motor.outputs).isZero();
    // It stays: nothing but another start of the executor makes it good.
    lost.pump.stop();
    lost.cycle();
    assertThat(lost.reading.fault).isEqualTo(PumpFault.LINE_LOST);
  }

  @Test
  void aKernelThatRefusesIsLostAndTriedInEveryCycleUntilItStops() {
    Rig rig = Rig.running(FAST_NL_PER_H);
    rig.cycles(500);
    rig.motor.refusesPut = true;
    rig.cycles(20);
    assertThat(rig.reading.state).isEqualTo(PumpState.LOST);
    assertThat(rig.reading.fault).isEqualTo(PumpFault.LINE_LOST);
    assertThat(rig.reading.mayMove).isTrue();
    int puts = rig.motor.puts;
    rig.cycles(10);
    assertThat(rig.motor.puts).isEqualTo(puts + 10);
    rig.motor.refusesPut = false;
    rig.cycle();
    assertThat(rig.motor.outputs).isZero();
    assertThat(rig.reading.state).isEqualTo(PumpState.STOPPED);
    assertThat(rig.reading.fault).isEqualTo(PumpFault.LINE_LOST);
    rig.pump.stop();
    assertThat(rig.reading.fault).isEqualTo(PumpFault.NONE);
  }

  @Test
  void inputsThatCanNotBeReadStopTheMotorAndAreNoRest() {
    Rig rig = Rig.running(USUAL_NL_PER_H);
    rig.motor.unreadable = true;
    rig.cycle();
    assertThat(rig.motor.outputs).isZero();
    assertThat(rig.reading.state).isEqualTo(PumpState.LOST);
    assertThat(rig.reading.mayMove).isTrue();
  }

  @Test
  void onlyAStoppedPumpWithoutAFaultTakesAProgram() {
    Rig rig = Rig.running(USUAL_NL_PER_H);
    rig.deliver(FAST_NL_PER_H, 1_000_000, true);
    rig.cycles(10_000);
    assertThat(rig.motor.rotor).isLessThan(850);
    rig.motor.jammed = true;
    untilFault(rig, 3_000);
    rig.motor.jammed = false;
    long edges = rig.motor.risingEdges;
    rig.deliver(USUAL_NL_PER_H, 1_000_000, true);
    rig.cycles(1_000);
    assertThat(rig.motor.risingEdges).isEqualTo(edges);
    rig.pump.stop();
    rig.deliver(USUAL_NL_PER_H, 1_000_000, true);
    rig.cycles(1_000);
    assertThat(rig.motor.risingEdges).isGreaterThan(edges);
  }

  @Test
  void aProgramThatTheBuildCanNotRunIsRefused() {
    Rig tooFast = Rig.stopped();
    tooFast.deliver(999_000_000, 1_000_000, true);
    assertThat(tooFast.reading.fault).isEqualTo(PumpFault.REFUSED);
    Rig notFirst = Rig.stopped();
    notFirst.deliver(USUAL_NL_PER_H, 1_000_000, false);
    assertThat(notFirst.reading.fault).isEqualTo(PumpFault.REFUSED);
    assertThat(notFirst.motor.risingEdges + tooFast.motor.risingEdges).isZero();
  }

  private static void untilFault(Rig rig, int atMostCycles) {
    for (int i = 0; rig.reading.fault == PumpFault.NONE; i++) {
      assertThat(i).isLessThan(atMostCycles);
      rig.cycle();
    }
  }
}
