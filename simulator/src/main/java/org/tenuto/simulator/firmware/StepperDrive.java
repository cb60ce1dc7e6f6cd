package org.tenuto.simulator.firmware;

/**
 * A bare stepper mechanism, seen from its three lines: STEP, DIR, ENABLE. Nothing in it counts,
 * watches or thinks.
 *
 * <p>A rising edge of STEP while ENABLE is on turns the rotor by one microstep the way DIR says, if
 * the motor is strong enough at this pace; otherwise the step is lost, and nobody is told. With
 * ENABLE off the shaft is free: edges do nothing, and a plunger that pushes harder than detent and
 * screw hold turns it back, at most a microstep each time the lines are looked at. Edges that come
 * and go between two calls are not seen.
 *
 * <p>One thread; allocates nothing.
 */
public final class StepperDrive {

  private static final long NS_PER_S = 1_000_000_000;
  private static final double NM_PER_MM = 1e6;

  /** A rotor without an edge for so long stands, ns. */
  private static final long STANDS_NS = 500_000_000;

  private final StepperMotor motor;
  private final Shaft shaft;

  private boolean stepHigh;
  private long edgeNs = -NS_PER_S;
  private boolean moving;
  private long position;
  private long lostSteps;

  /** A motor that is switched off, its lines low. */
  public StepperDrive(StepperMotor motor, Shaft shaft) {
    this.motor = motor;
    this.shaft = shaft;
  }

  /**
   * Shows it the levels of its lines. At every change, and otherwise at least every few ms.
   *
   * @param step level of STEP
   * @param forward level of DIR: high pushes the plunger in
   * @param enabled whether ENABLE lets current through the motor
   * @param nowNs monotonic ns, never less than before
   */
  public void lines(boolean step, boolean forward, boolean enabled, long nowNs) {
    boolean edge = step && !stepHigh;
    stepHigh = step;
    if (enabled && edge) {
      take(forward, nowNs);
    } else if (shaft.plungerForceN() > motor.holdsN(enabled)) {
      turn(false);
    }
    if (moving && (!enabled || nowNs - edgeNs > STANDS_NS)) {
      moving = false;
      shaft.runAt(0);
    }
  }

  private void take(boolean forward, long nowNs) {
    long sinceNs = Math.max(1, nowNs - edgeNs);
    edgeNs = nowNs;
    double stepsPerS = (double) NS_PER_S / sinceNs;
    tellSpeed(sinceNs > STANDS_NS ? 0 : stepsPerS, forward);
    double againstN = forward ? shaft.plungerForceN() : -shaft.plungerForceN();
    if (againstN > motor.pushN(stepsPerS) || !turn(forward)) {
      lostSteps++;
    }
  }

  private void tellSpeed(double stepsPerS, boolean forward) {
    double nmPerH = stepsPerS * 3_600 * motor.leadMm() * NM_PER_MM / motor.microstepsPerTurn();
    moving = nmPerH > 0;
    shaft.runAt(Math.round(forward ? nmPerH : -nmPerH));
  }

  private boolean turn(boolean forward) {
    boolean turned = shaft.step(forward);
    if (turned) {
      position += forward ? 1 : -1;
    }
    return turned;
  }

  /** Where the shaft is, microsteps forward since the start: what an ideal encoder shows. */
  public long position() {
    return position;
  }

  /** Edges that moved nothing though the motor was on: for tests, no line tells. */
  public long lostSteps() {
    return lostSteps;
  }
}
