package org.tenuto.simulator.firmware;

/** What the pump's code turns: a stepper motor on the lead screw. Called only from the step. */
public interface Motor {

  /**
   * Turns by one microstep.
   *
   * @param forward whether the plunger is pushed in
   * @return whether the rotor followed; false is a stall
   */
  boolean step(boolean forward);

  /**
   * Says how fast steps are going to come from now on.
   *
   * @param speedNmPerH pusher speed, negative when withdrawing, 0 at rest, nm/h
   */
  void runAt(long speedNmPerH);
}
