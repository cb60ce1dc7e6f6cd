package org.tenuto.executor;

import org.tenuto.control.ControlLoop;
import org.tenuto.control.CycleTimer;
import org.tenuto.control.MonotonicClock;

/**
 * Stands between the loop and its timer and clock, and marks each wake-up that comes a whole period
 * late or later, and whether the cycle before it had run over the deadline already or the sleep
 * ended late. The loop's own thread only counts and stores, and reads the clock once more: no call
 * to the kernel, no lock, no allocation. Any thread may read the mark.
 */
final class StallMarker implements CycleTimer, MonotonicClock {

  /**
   * The stalls so far.
   *
   * @param count how many
   * @param inCycle how many of them began in the cycle, not in the sleep after it
   * @param totalNs how late they were together, ns
   * @param cycle cycle that the last one ended in, counted as the control cycle counts
   */
  record Mark(long count, long inCycle, long totalNs, long cycle) {

    /** What came after an earlier mark. */
    Mark since(Mark earlier) {
      return new Mark(
          count - earlier.count, inCycle - earlier.inCycle, totalNs - earlier.totalNs, cycle);
    }
  }

  private final CycleTimer timer;
  private final MonotonicClock clock;
  private long deadlineNs = Long.MAX_VALUE;
  private long cycle;
  private long stalls;
  private long lateNs;
  private long overruns;
  private boolean overran;
  private volatile long totalNs;
  private volatile long lastCycle;
  private volatile long inCycle;

  /** Written last: who sees a new count sees the rest of it. */
  private volatile long count;

  StallMarker(CycleTimer timer, MonotonicClock clock) {
    this.timer = timer;
    this.clock = clock;
  }

  @Override
  public void sleepUntil(long untilNs) {
    overran = clock.nowNs() > untilNs;
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
      overruns += overran ? 1 : 0;
      inCycle = overruns;
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
      mark = new Mark(before, inCycle, totalNs, lastCycle);
    } while (count != before);
    return mark;
  }
}
