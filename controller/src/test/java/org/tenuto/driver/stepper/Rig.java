package org.tenuto.driver.stepper;

import org.tenuto.dose.PermittedForTests;
import org.tenuto.pump.PumpCommand;
import org.tenuto.pump.PumpReading;
import org.tenuto.pump.PumpState;

/** A driver and its motor, 1 ms a cycle. */
final class Rig {

  static final long MS = 1_000_000;

  /** BD Plastipak 50 mL. */
  static final int BD_50_UM = 26_600;

  final StepperBuild build;
  final FakeMotor motor;
  final StepperPump pump;
  final PumpReading reading;
  final StepVolume step;
  long nowNs = 7 * MS;

  Rig() {
    this(StepperBuild.USUAL);
  }

  Rig(StepperBuild build) {
    this.build = build;
    motor = new FakeMotor(build);
    pump = new StepperPump(motor, build);
    reading = pump.reading();
    step = new StepVolume(build, BD_50_UM);
  }

  /** Stopped, nothing told yet. */
  static Rig stopped() {
    Rig rig = new Rig();
    rig.cycles(3);
    return rig;
  }

  /** Running at so much towards 35 mL, the first program of an order. */
  static Rig running(long rateNlPerH) {
    Rig rig = stopped();
    rig.deliver(rateNlPerH, 35_000_000, true);
    while (rig.reading.state == PumpState.PROGRAMMING) {
      rig.cycle();
    }
    return rig;
  }

  void deliver(long rateNlPerH, long volumeNl, boolean first) {
    pump.deliver(command(rateNlPerH, volumeNl, first));
  }

  static PumpCommand.Deliver command(long rateNlPerH, long volumeNl, boolean first) {
    return new PumpCommand.Deliver(
        PermittedForTests.permit(rateNlPerH, volumeNl), BD_50_UM, first);
  }

  void cycle() {
    nowNs += MS;
    pump.cycle(nowNs);
  }

  void cycles(long count) {
    for (long i = 0; i < count; i++) {
      cycle();
    }
  }

  /** The loop gets no turn for so long, then one. */
  void stall(long cycles) {
    nowNs += cycles * MS;
    cycle();
  }

  /** Runs until it rests; fails if that takes more than so many cycles. */
  void untilStopped(long atMostCycles) {
    for (long i = 0; reading.state != PumpState.STOPPED; i++) {
      if (i > atMostCycles) {
        throw new AssertionError("still " + reading.state + " after " + i + " cycles");
      }
      cycle();
    }
  }

  /** What the reading says at least, nL. */
  long atLeastNl() {
    return reading.counterNl - reading.counterDigitNl;
  }

  /** What the reading says at most, nL. */
  long atMostNl() {
    return reading.counterNl + reading.counterDigitNl;
  }
}
