package org.tenuto.executor;

/**
 * What the kernel had counted for the loop at one instant: totals that only grow, {@link
 * ProcText#UNKNOWN} where it does not tell. Reused, so that sampling allocates nothing. One thread.
 */
final class KernelSample {

  /** Time the host took from the loop's processor, ms; in steps of 10. */
  long stealMs = ProcText.UNKNOWN;

  /** Pages that the loop thread had to wait for from disk. */
  long majorFaults = ProcText.UNKNOWN;

  /** Periods in which the control group had used up its share of the processors. */
  long throttled = ProcText.UNKNOWN;

  /** Pages that the board read back from swap. */
  long swappedIn = ProcText.UNKNOWN;

  /** How often the loop thread went to sleep by itself: once a cycle if all is well. */
  long slept = ProcText.UNKNOWN;

  /** How often another thread took the processor from it. */
  long preempted = ProcText.UNKNOWN;

  /** How much a total has grown; unknown if either is. */
  static long grown(long before, long after) {
    return before == ProcText.UNKNOWN || after == ProcText.UNKNOWN
        ? ProcText.UNKNOWN
        : after - before;
  }
}
