package org.tenuto.simulator.power;

/** What the board lives on now. */
public enum PowerState {
  /** On mains; the battery is being charged. */
  MAINS,
  /** On battery, with time enough. */
  BATTERY,
  /** On battery, and not for long any more. */
  LOW,
  /** Off. */
  DEAD
}
