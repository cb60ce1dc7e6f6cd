package org.tenuto.control;

/** Gathers skipped deadlines and reports them at most once a second. Loop thread only. */
final class SkippedCycles {

  private static final long REPORT_NS = 1_000_000_000;

  private final EventLog events;
  private long pending;
  private long worstLatenessNs;
  private long reportedNs;

  SkippedCycles(EventLog events) {
    this.events = events;
  }

  void add(long cycles, long latenessNs) {
    pending += cycles;
    worstLatenessNs = Math.max(worstLatenessNs, latenessNs);
  }

  void report(long nowNs) {
    if (pending == 0 || nowNs - reportedNs < REPORT_NS) {
      return;
    }
    events.send(new ExecutorEvent.CyclesSkipped(events.stamp(), pending, worstLatenessNs));
    pending = 0;
    worstLatenessNs = 0;
    reportedNs = nowNs;
  }
}
