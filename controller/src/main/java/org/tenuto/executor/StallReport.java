package org.tenuto.executor;

/** Writes one line about stalls: how long, and what the kernel counted meanwhile. */
final class StallReport {

  private static final long NS_PER_MS = 1_000_000;

  private StallReport() {}

  /**
   * E.g. {@code stall: 120 ms at cycle 4711, asleep, steal 90 ms, 0 major faults, throttled 0, swapped in
   * 0, preempted 2, slept 880, counted over 1000 ms}.
   *
   * @param stalls the stalls since the last report; {@code cycle} that of the last one
   * @param spanNs time between the samples, ns: what they count may lie beside the stall too
   */
  static String line(
      StallMarker.Mark stalls, KernelSample before, KernelSample after, long spanNs) {
    String count = stalls.count() == 1 ? "" : " in " + stalls.count();
    long stealMs = KernelSample.grown(before.stealMs, after.stealMs);
    return "stall: "
        + (stalls.totalNs() / NS_PER_MS + " ms" + count + " at cycle " + stalls.cycle())
        + (", " + phase(stalls))
        + (", steal " + (stealMs == ProcText.UNKNOWN ? "unknown" : stealMs + " ms"))
        + (", " + grown(before.majorFaults, after.majorFaults) + " major faults")
        + (", throttled " + grown(before.throttled, after.throttled))
        + (", swapped in " + grown(before.swappedIn, after.swappedIn))
        + (", preempted " + grown(before.preempted, after.preempted))
        + (", slept " + grown(before.slept, after.slept))
        + (", counted over " + spanNs / NS_PER_MS + " ms");
  }

  /** Where the loop was when its deadline went by. */
  private static String phase(StallMarker.Mark stalls) {
    if (stalls.inCycle() == 0) {
      return "asleep";
    }
    return stalls.inCycle() == stalls.count()
        ? "in the cycle"
        : stalls.inCycle() + " in the cycle";
  }

  private static String grown(long before, long after) {
    long grown = KernelSample.grown(before, after);
    return grown == ProcText.UNKNOWN ? "unknown" : Long.toString(grown);
  }
}
