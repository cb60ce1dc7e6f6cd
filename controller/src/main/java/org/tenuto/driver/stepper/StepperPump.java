package org.tenuto.driver.stepper;

import org.tenuto.pump.Pump;
import org.tenuto.pump.PumpCapability;
import org.tenuto.pump.PumpCommand;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpReading;
import org.tenuto.pump.PumpState;

/**
 * A stepper motor on a lead screw, stepped from the control cycle itself and held against its
 * encoder.
 *
 * <p>Contract. Loop thread only; {@link #cycle} does all I/O, never waits and allocates nothing;
 * {@link #deliver} allocates one small object.
 *
 * <ul>
 *   <li>The first thing a new driver does is to put all outputs to inactive: ENABLE off. ENABLE is
 *       on from the beginning of a program to its end and never else: a stopped motor has no
 *       current, and no edge on STEP, whoever makes it, moves anything.
 *   <li>{@code stop} is done in the cycle that comes after it, in one kernel call: STEP low and
 *       ENABLE off. From then on there is no rising edge of STEP. It needs no confirmation but the
 *       kernel's; if that refuses, {@link PumpState#LOST}, and it is tried again in each cycle.
 *   <li>DIR is forward for every program, so backlash is taken up once after loading.
 *   <li>A program ends by its own count of microsteps, at the last that is not above its volume;
 *       then the rotor is held for 10 ms, then the current is off.
 *   <li>A cycle that does not happen makes no step, and none is made for it later.
 *   <li>An encoder that lags behind the steps is {@code STALLED}, one that is ahead of them, or
 *       turns forward at rest, {@code MOTION_WITHOUT_COMMAND}; a forward end {@code END_REACHED};
 *       lines that are gone, edges that are missing, a pusher at both ends {@code LINE_LOST}. Each
 *       stops in the cycle it is seen in, and is latched until {@code stop} is called while
 *       STOPPED. One that is still there is latched again.
 * </ul>
 */
public final class StepperPump implements Pump {

  private static final long PERIOD_NS = 1_000_000;

  /** Before the first step and after the last: the coils' current and the rotor come to rest. */
  private static final int SETTLE_CYCLES = 10;

  private static final int OFF = 0;
  private static final int HOLD = MotorLines.ENABLE | MotorLines.DIR;

  private final MotorLines lines;
  private final StepperBuild build;
  private final Sensors sensors;
  private final SlipWatch slip;
  private final Delivered delivered;
  private final StepPlan plan = new StepPlan();
  private final PumpCapability capability =
      new PumpCapability("stepper", false, false, false, false, false, false);
  private final PumpReading reading = new PumpReading();

  /** What the outputs were put to last; −1 if that is not known. */
  private int outputs = -1;

  private long cycleNs = Long.MIN_VALUE;
  private long forfeitedCycles;
  private int settledCycles;
  private long stepsBefore;
  private long countsBefore;
  private long countsAtRest;

  /** Takes over the motor on these lines; its first cycle switches it off. */
  public StepperPump(MotorLines lines, StepperBuild build) {
    this.lines = lines;
    this.build = build;
    sensors = new Sensors(lines, build);
    slip = new SlipWatch(build);
    delivered = new Delivered(build);
  }

  @Override
  public PumpCapability capability() {
    return capability;
  }

  @Override
  public PumpReading reading() {
    return reading;
  }

  /** Cycles of a running program that did not happen since the start: their flow is forfeited. */
  public long forfeitedCycles() {
    return forfeitedCycles;
  }

  @Override
  public void stop() {
    switch (reading.state) {
      case STOPPED -> reading.fault = PumpFault.NONE;
      case STOPPING, PREPARING, LOST -> {
        // Wanted already; tried in every cycle.
      }
      case PROGRAMMING, STARTING, RUNNING, FINISHING -> reading.state = PumpState.STOPPING;
    }
  }

  @Override
  public void deliver(PumpCommand.Deliver command) {
    if (reading.state != PumpState.STOPPED || reading.fault != PumpFault.NONE) {
      return;
    }
    if (!takes(command)) {
      latch(PumpFault.REFUSED);
      return;
    }
    reading.finished = false;
    reading.runWrittenNs = 0;
    reading.runConfirmedNs = 0;
    reading.stoppedNs = 0;
    reading.state = PumpState.PROGRAMMING;
    settledCycles = 0;
  }

  /** Plans a program; false if this build can't run it. */
  private boolean takes(PumpCommand.Deliver command) {
    boolean first = command.firstOfOrder();
    int diameterUm = command.syringeInnerDiameterUm();
    if (!StepVolume.takesDiameter(diameterUm) || !(first || delivered.isKnown())) {
      return false;
    }
    stepsBefore = first ? 0 : stepsBefore + plan.steps();
    countsBefore = first ? sensors.counts() : countsBefore;
    var step = new StepVolume(build, diameterUm);
    delivered.begin(step, first);
    long rateNlPerH = command.permitted().rate().nlPerH();
    return plan.begin(step, build, rateNlPerH, command.permitted().volume().nl());
  }

  @Override
  public void cycle(long nowNs) {
    long passed = passed(nowNs);
    sensors.look();
    watch();
    act(passed, nowNs);
    tell(nowNs);
  }

  /** Periods since the last cycle; 0 in the first, and in one that comes too early. */
  private long passed(long nowNs) {
    if (cycleNs == Long.MIN_VALUE) {
      cycleNs = nowNs;
    }
    long periods = (nowNs - cycleNs) / PERIOD_NS;
    if (periods > 0) {
      cycleNs = nowNs;
    }
    return periods;
  }

  // What is seen.

  private void watch() {
    if (!sensors.areSound()) {
      lose();
      return;
    }
    switch (reading.state) {
      case PROGRAMMING, RUNNING, FINISHING -> watchMotion();
      case STOPPED -> {
        if (slip.creeps(sensors.counts() - countsAtRest)) {
          fail(PumpFault.MOTION_WITHOUT_COMMAND);
        }
      }
      default -> {
        // Being stopped already.
      }
    }
  }

  private void watchMotion() {
    long steps = stepsBefore + plan.steps();
    long counts = sensors.counts() - countsBefore;
    if (sensors.atForwardEnd()) {
      fail(PumpFault.END_REACHED);
    } else if (slip.lags(steps, counts)) {
      fail(PumpFault.STALLED);
    } else if (slip.leads(steps, counts)) {
      fail(PumpFault.MOTION_WITHOUT_COMMAND);
    }
  }

  // What is done.

  private void act(long passed, long nowNs) {
    switch (reading.state) {
      case PROGRAMMING -> switchOn(nowNs);
      case RUNNING -> step(passed);
      case FINISHING -> settle(nowNs);
      case STOPPED -> {
        // No current, no edge.
      }
      default -> switchOff(nowNs);
    }
  }

  private void switchOn(long nowNs) {
    put(HOLD);
    if (++settledCycles > SETTLE_CYCLES && reading.state == PumpState.PROGRAMMING) {
      reading.state = PumpState.RUNNING;
      reading.runWrittenNs = nowNs;
      reading.runConfirmedNs = nowNs;
      reading.mayMove = true;
    }
  }

  private void step(long passed) {
    if (passed == 0) {
      return;
    }
    forfeitedCycles += passed - 1;
    if (plan.isOver()) {
      settledCycles = 0;
      reading.finished = true;
      reading.state = PumpState.FINISHING;
      put(HOLD);
    } else {
      put(plan.advance(passed - 1) ? HOLD | MotorLines.STEP : HOLD);
    }
  }

  private void settle(long nowNs) {
    if (++settledCycles > SETTLE_CYCLES) {
      switchOff(nowNs);
    }
  }

  private void switchOff(long nowNs) {
    put(OFF);
    if (outputs == OFF && sensors.areReadable()) {
      reading.state = PumpState.STOPPED;
      countsAtRest = sensors.counts();
      if (reading.mayMove || reading.stoppedNs == 0) {
        reading.mayMove = false;
        reading.stoppedNs = nowNs;
      }
    }
  }

  /** Only a change costs a call of the kernel. */
  private void put(int levels) {
    if (levels == outputs) {
      return;
    }
    if (lines.put(levels)) {
      outputs = levels;
    } else {
      outputs = -1;
      lose();
    }
  }

  private void tell(long nowNs) {
    if (reading.state != PumpState.LOST) {
      reading.heardNs = nowNs;
    }
    delivered.look(plan.steps(), sensors.counts() - countsBefore);
    if (delivered.isKnown()) {
      delivered.tell(reading, nowNs);
    }
  }

  // What becomes of it.

  private void fail(PumpFault fault) {
    latch(fault);
    reading.state = PumpState.STOPPING;
  }

  /** Keeps the first fault: what follows from it is no news. */
  private void latch(PumpFault fault) {
    if (reading.fault == PumpFault.NONE) {
      reading.fault = fault;
    }
  }

  /** Nobody knows what the lines do: that matters more than what came before. */
  private void lose() {
    reading.fault = PumpFault.LINE_LOST;
    reading.state = PumpState.LOST;
    reading.mayMove |= outputs != OFF;
  }
}
