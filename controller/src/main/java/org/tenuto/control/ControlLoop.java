package org.tenuto.control;

/**
 * Calls the cycle on an absolute grid (start + n × period). A deadline that went by is skipped and
 * counted, never made up for: a burst of motion is a bolus.
 *
 * <p>{@link #run} is the loop thread; {@link #stop} may be called from any thread. Virtual time has
 * no thread and calls {@link #step} itself.
 */
public final class ControlLoop {

  /** 1 kHz. */
  public static final long PERIOD_NS = 1_000_000;

  /** At the end, so long the pump is given to confirm its stop; its watchdog does the rest. */
  private static final long REST_NS = 1_000_000_000;

  private final Cycle cycle;
  private final MonotonicClock clock;
  private final WallClock wall;
  private final CycleTimer timer;
  private final CycleStatistics statistics;
  private volatile boolean stopping;

  public ControlLoop(
      Cycle cycle,
      MonotonicClock clock,
      WallClock wall,
      CycleTimer timer,
      CycleStatistics statistics) {
    this.cycle = cycle;
    this.clock = clock;
    this.wall = wall;
    this.timer = timer;
    this.statistics = statistics;
  }

  /** Runs until {@link #stop}, then on until the pump is at rest or can't be heard in time. */
  public void run() {
    long deadlineNs = clock.nowNs() + PERIOD_NS;
    while (!stopping) {
      deadlineNs = step(deadlineNs);
    }
    cycle.endOrder();
    long lastNs = deadlineNs + REST_NS;
    do {
      deadlineNs = step(deadlineNs);
    } while (deadlineNs < lastNs && !cycle.isAtRest());
  }

  /**
   * One cycle at its deadline, or at the latest one that went by.
   *
   * @return the next deadline, monotonic ns
   */
  public long step(long deadlineNs) {
    timer.sleepUntil(deadlineNs);
    long errorNs = clock.nowNs() - deadlineNs;
    long missed = errorNs / PERIOD_NS;
    if (missed > 0) {
      statistics.skipped(missed);
      cycle.skipped(missed, errorNs);
    }
    long presentNs = deadlineNs + missed * PERIOD_NS;
    statistics.woke(presentNs, errorNs);
    cycle.wallClock(wall.wallMs());
    cycle.run(presentNs);
    return presentNs + PERIOD_NS;
  }

  /** Ends the loop: the order is over, the pump is stopped first. */
  public void stop() {
    stopping = true;
  }
}
