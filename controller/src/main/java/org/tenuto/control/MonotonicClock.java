package org.tenuto.control;

/** What time is it: CLOCK_MONOTONIC, the clock of {@link System#nanoTime()} on Linux. */
public interface MonotonicClock {

  /** Monotonic time, ns. */
  long nowNs();
}
