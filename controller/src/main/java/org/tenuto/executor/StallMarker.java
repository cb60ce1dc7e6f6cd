package org.tenuto.executor;

import org.tenuto.control.ControlLoop;
import org.tenuto.control.CycleTimer;
import org.tenuto.control.MonotonicClock;

/**
 * Stands between the loop and its timer and clock, and marks each wake-up that comes a whole period
 * late or later. The loop's own thread only counts and stores: no call to the kernel, no lock, no
 * allocation, no further reading of the clock. Any thread may read the mark.
 */
final class StallMarker implements CycleTimer, MonotonicClock {

  /**
   * The stalls so far.
   *
   * @param count how many
   * @param totalNs how late they were together, ns
   * @param cycle cycle that the last one ended in, counted as the control cycle counts
   */
  record Mark(long count, long totalNs, long cycle) {

    /** What came after an earlier mark. */
    Mark since(Mark earlier) {
      return new Mark(count - earlier.count, totalNs - earlier.totalNs, cycle);
    }
  }

  private final CycleTimer timer;
  private final MonotonicClock clock;
  private long deadlineNs = Long.MAX_VALUE;
  private long cycle;
  private long stalls;
  private long lateNs;
  private volatile long totalNs;
  private volatile long lastCycle;

  /** Written last: who sees a new count sees the rest of it. */
  private volatile long count;

  StallMarker(CycleTimer timer, MonotonicClock clock) {
    this.timer = timer;
    this.clock = clock;
  }

  @Override
  public void sleepUntil(long untilNs) {
    timer.sleepUntil(untilNs);
    deadlineNs = untilNs;
  }

  /** The reading that follows a sleep tells how late it ended. */
  @Override
  public long nowNs() {
    long nowNs = clock.nowNs();
    if (deadlineNs != Long.MAX_VALUE) {
      woke(nowNs - deadlineNs);
      deadlineNs = Long.MAX_VALUE;
    }
    return nowNs;
  }

  private void woke(long errorNs) {
    long missed = errorNs / ControlLoop.PERIOD_NS;
    cycle += missed + 1;
    if (missed > 0) {
      lateNs += errorNs;
      totalNs = lateNs;
      lastCycle = cycle;
      count = ++stalls;
    }
  }

  /** How many stalls there were; any thread, reads one field. */
  long count() {
    return count;
  }

  /** The stalls so far; read again until no further one came between. */
  Mark mark() {
    long before;
    Mark mark;
    do {
      before = count;
      mark = new Mark(before, totalNs, lastCycle);
    } while (count != before);
    return mark;
  }
}
