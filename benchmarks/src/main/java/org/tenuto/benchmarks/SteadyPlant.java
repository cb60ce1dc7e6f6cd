package org.tenuto.benchmarks;

import org.jspecify.annotations.Nullable;
import org.tenuto.driver.stepper.StepperBuild;
import org.tenuto.pump.Pump;
import org.tenuto.replay.Recording;

/**
 * What a device in a steady state drives: a pump on its line, or a motor. Settled it allocates
 * nothing. One thread.
 */
interface SteadyPlant {

  /** The driver of it, whose inputs are recorded. */
  Pump driver(Recording recording);

  /** The motor's build; null if it is no motor. */
  @Nullable StepperBuild build();

  /** Lets it live up to now: once before each cycle. */
  void live(long nowNs);

  /** Whether the plunger moves. */
  boolean moving();

  /** Whether nothing is under way in either direction. */
  boolean lineIsQuiet();

  /**
   * From here on nothing changes but what it delivers. Only while {@link #lineIsQuiet}.
   *
   * @param flowNlPerH how fast that is; 0 if it stands
   */
  void settle(long flowNlPerH, long nowNs);
}
