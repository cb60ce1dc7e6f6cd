package org.tenuto.benchmarks.jitter;

import org.tenuto.control.WakeSink;

/** Deadlines 1 ms apart, for a loop that skips those that went by. Its thread only. */
final class Grid {

  private final WakeSink sink;
  private long deadlineNs;

  /**
   * The first deadline is one period from now.
   *
   * @param sink told of each wake-up
   */
  Grid(WakeSink sink) {
    this.sink = sink;
    deadlineNs = System.nanoTime() + Wakes.PERIOD_NS;
  }

  /** Time left until the next deadline, ns; 0 or less if it has come. */
  long leftNs() {
    return deadlineNs - System.nanoTime();
  }

  /** The loop woke: the next deadline is the first that has not come; the ones between are gone. */
  void woke() {
    long errorNs = System.nanoTime() - deadlineNs;
    deadlineNs += errorNs / Wakes.PERIOD_NS * Wakes.PERIOD_NS;
    sink.woke(deadlineNs, errorNs);
    deadlineNs += Wakes.PERIOD_NS;
  }
}
