package org.tenuto.simulator.virtual;

import org.jspecify.annotations.Nullable;
import org.tenuto.driver.stepper.MotorLines;
import org.tenuto.driver.stepper.StepperBuild;
import org.tenuto.driver.stepper.StepperPump;
import org.tenuto.pump.Pump;
import org.tenuto.replay.Trace;
import org.tenuto.replay.TracedMotor;
import org.tenuto.simulator.fault.Fault;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.PresentFaults;
import org.tenuto.simulator.firmware.StepperDrive;
import org.tenuto.simulator.firmware.StepperMotor;

/**
 * A stepper mechanism on its lines: driver board and motor, an encoder on the screw, a switch at
 * the forward end. When nobody holds the lines, resistors pull them to inactive.
 *
 * <p>What can be wrong with it: the motor has no supply ({@code pump-off}), is blocked or slips,
 * the encoder is stuck, the switch is pressed, the lines are gone. Nothing of a serial line is here.
 */
final class StepperSite implements PumpSite {

  private static final int INACTIVE = 0;
  private static final int END_FORWARD = 1 << MotorLines.END_FORWARD;

  /** Travel of a count of the encoder, pm: 0.01 mm. */
  private static final long COUNT_PM = 10_000_000;

  /** What no encoder of two counts' doubt can tell from a slip that is tolerated, pm. */
  private static final long UNSEEN_PM =
      StepperBuild.USUAL.slipUm() * 1_000_000L + 2 * COUNT_PM;

  /** Without another edge for so long a rotor stands, however slow it was, ns. */
  private static final long STANDS_NS = 50_000_000;

  private static final long GRAIN_NS = 20_000_000;

  /** Tracks A and B of the four quarters of the encoder's period, forward. */
  private static final int[] QUARTERS = {0b00, 0b01, 0b11, 0b10};

  private final Surroundings surroundings;
  private final PresentFaults present;
  private final StepperDrive drive;
  private final long microstepPm = StepperMotor.USUAL.microstepPm();
  private @Nullable KernelLines held;
  private int outputs = INACTIVE;
  private int inputs;
  private long counts;
  private long stuckPm;
  private long nowNs;
  private long edgeNs;
  private long intervalNs;
  private boolean stepped;
  private long edges;
  private long edgesWhenOn;
  private long turnedWhenOn;

  StepperSite(Surroundings surroundings, PresentFaults present, long nowNs) {
    this.surroundings = surroundings;
    this.present = present;
    this.nowNs = nowNs;
    drive = new StepperDrive(StepperMotor.USUAL, surroundings.shaft());
  }

  @Override
  public Pump boot(Trace trace) {
    var lines = new KernelLines(this);
    held = lines;
    return new StepperPump(new TracedMotor(lines, trace), StepperBuild.USUAL);
  }

  /** The kernel frees the lines: the resistors pull them. */
  @Override
  public void letGo() {
    held = null;
    put(INACTIVE);
  }

  @Override
  public void step(long now) {
    nowNs = now;
    if (present.has(FaultKind.LINES_LOST)) {
      if (held != null) {
        held.lose();
      }
      put(INACTIVE);
    }
    show();
    follow();
    press();
  }

  /** The lines' levels change: at once, within the cycle. */
  void put(int levels) {
    boolean wasOn = isOn();
    boolean rises = (levels & ~outputs & MotorLines.STEP) != 0;
    outputs = levels;
    if (isOn() && !wasOn) {
      stepped = false;
      edgesWhenOn = edges;
      turnedWhenOn = surroundings.turnedSteps();
      edgeNs = nowNs;
    }
    if (rises && isOn()) {
      edges++;
      stepped = true;
      intervalNs = nowNs - edgeNs;
      edgeNs = nowNs;
    }
    show();
    follow();
  }

  private void show() {
    drive.lines(
        (outputs & MotorLines.STEP) != 0,
        (outputs & MotorLines.DIR) != 0,
        isOn() && !present.has(FaultKind.PUMP_OFF),
        nowNs);
  }

  /** The encoder shows where the screw is, unless it is stuck: then it goes on from there. */
  private void follow() {
    long travelPm = surroundings.turnedSteps() * microstepPm - stuckPm;
    long due = Math.floorDiv(travelPm, COUNT_PM);
    if (present.has(FaultKind.ENCODER_STUCK)) {
      stuckPm += (due - counts) * COUNT_PM;
      return;
    }
    while (counts != due) {
      counts += Long.signum(due - counts);
      input((inputs & END_FORWARD) | QUARTERS[Math.floorMod(counts, QUARTERS.length)]);
    }
  }

  private void press() {
    boolean pressed = present.has(FaultKind.END_STOP);
    input(pressed ? inputs | END_FORWARD : inputs & ~END_FORWARD);
  }

  private void input(int levels) {
    int changed = levels ^ inputs;
    inputs = levels;
    if (changed != 0 && held != null) {
      held.edge(Integer.numberOfTrailingZeros(changed), (levels & changed) != 0, nowNs);
    }
  }

  /** Levels of the inputs. */
  int inputs() {
    return inputs;
  }

  private boolean isOn() {
    return (outputs & MotorLines.ENABLE) != 0;
  }

  @Override
  public boolean lineUp() {
    return !present.has(FaultKind.LINES_LOST);
  }

  /** A motor without a supply is found by its encoder, like one that is blocked. */
  @Override
  public boolean isWell() {
    return true;
  }

  @Override
  public boolean turning() {
    long standsNs = Math.max(STANDS_NS, intervalNs + intervalNs / 5 + GRAIN_NS);
    boolean turns = isOn() && stepped && nowNs - edgeNs <= standsNs;
    return turns && !present.has(FaultKind.E_STOP);
  }

  @Override
  public boolean rotorFree() {
    long lagging = edges - edgesWhenOn - (surroundings.turnedSteps() - turnedWhenOn);
    return lagging * microstepPm <= UNSEEN_PM;
  }

  @Override
  public void begins(Fault fault) {
    // Looked at in every millisecond.
  }

  @Override
  public void ends(Fault fault) {
    // Looked at in every millisecond.
  }
}
