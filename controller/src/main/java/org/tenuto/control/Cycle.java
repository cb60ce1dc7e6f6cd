package org.tenuto.control;

import org.tenuto.infusion.InfusionState;

/** One millisecond of the executor, as the loop calls it. Loop thread only. */
public interface Cycle {

  /**
   * Deadlines went by without a cycle; called before the next {@link #run}.
   *
   * @param cycles how many, above 0
   * @param latenessNs how late the loop woke
   */
  void skipped(long cycles, long latenessNs);

  /**
   * The wall clock; called before each {@link #run}. Nothing is dosed by it: that it runs on evenly
   * is checked.
   *
   * @param wallMs ms since 1970 UTC
   */
  void wallClock(long wallMs);

  /**
   * One step.
   *
   * @param nowNs the cycle's own deadline on the grid, monotonic ns, never going back
   */
  void run(long nowNs);

  /** The executor is about to end: with the next step the pump is stopped and the order over. */
  void endOrder();

  /** Whether the pump is confirmed stopped. */
  boolean isAtRest();

  /** What the device is doing: for tests, the simulator and the benchmarks. */
  InfusionState state();
}
