package org.tenuto.simulator.virtual;

import org.tenuto.simulator.firmware.Motor;

/**
 * Stands between the pump's code and its motor: counts the microsteps the code believes in, and
 * knows whether the rotor follows and turns.
 */
public final class CountingMotor implements Motor {

  private final Motor motor;
  private long netSteps;
  private long furthestSteps;
  private boolean free = true;
  private boolean turning;

  public CountingMotor(Motor motor) {
    this.motor = motor;
  }

  @Override
  public boolean step(boolean forward) {
    free = motor.step(forward);
    if (free) {
      netSteps += forward ? 1 : -1;
      furthestSteps = Math.max(furthestSteps, netSteps);
    }
    return free;
  }

  @Override
  public void runAt(long speedNmPerH) {
    turning = speedNmPerH != 0;
    motor.runAt(speedNmPerH);
  }

  /** Microsteps forward the code believes it made, at the furthest. */
  public long furthestSteps() {
    return furthestSteps;
  }

  /** Microsteps forward less those back. */
  public long netSteps() {
    return netSteps;
  }

  /** Whether the code turns the motor now, be it between two microsteps. */
  public boolean turning() {
    return turning;
  }

  /** Whether the rotor followed the last microstep. */
  public boolean rotorFree() {
    return free;
  }
}
