package org.tenuto.simulator.firmware;

/** A motor that only counts, and can be made to stall. */
final class CountingMotor implements Motor {

  long forwardSteps;
  long backwardSteps;
  long speedNmPerH;
  boolean blocked;

  @Override
  public boolean step(boolean forward) {
    if (blocked) {
      return false;
    }
    if (forward) {
      forwardSteps++;
    } else {
      backwardSteps++;
    }
    return true;
  }

  @Override
  public void runAt(long newSpeedNmPerH) {
    speedNmPerH = newSpeedNmPerH;
  }
}
