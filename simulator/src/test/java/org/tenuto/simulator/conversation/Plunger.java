package org.tenuto.simulator.conversation;

import org.tenuto.simulator.firmware.Motor;

/** Counts what the motor did to a plunger, whatever anybody said about it. One thread. */
final class Plunger implements Motor {

  private final double stepNl;
  private long forwardSteps;
  private long backwardSteps;
  private boolean turning;

  Plunger(int innerDiameterUm, long microstepPm) {
    double radiusMm = innerDiameterUm / 2_000.0;
    stepNl = Math.PI * radiusMm * radiusMm * microstepPm / 1e9 * 1e3;
  }

  @Override
  public boolean step(boolean forward) {
    if (forward) {
      forwardSteps++;
    } else {
      backwardSteps++;
    }
    return true;
  }

  @Override
  public void runAt(long speedNmPerH) {
    turning = speedNmPerH != 0;
  }

  boolean turning() {
    return turning;
  }

  /** Volume pushed out so far, whatever was drawn in again, nL. */
  double pushedNl() {
    return forwardSteps * stepNl;
  }

  long backwardSteps() {
    return backwardSteps;
  }
}
