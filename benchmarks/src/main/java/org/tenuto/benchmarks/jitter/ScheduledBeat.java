package org.tenuto.benchmarks.jitter;

import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.WakeSink;

/**
 * A task that is run at a fixed rate and tells how late it runs. Its deadline is the scheduler's
 * own, whose grid nobody else knows: what its future has left when it runs, below 0 by so much.
 */
final class ScheduledBeat implements Runnable {

  private final WakeSink sink;
  private volatile @Nullable Delayed future;

  /**
   * Not scheduled yet.
   *
   * @param sink told of each run
   */
  ScheduledBeat(WakeSink sink) {
    this.sink = sink;
  }

  /** Runs that came before it is known are not told. */
  void begins(Delayed scheduled) {
    future = scheduled;
  }

  @Override
  public void run() {
    Delayed present = future;
    if (present != null) {
      long errorNs = -present.getDelay(TimeUnit.NANOSECONDS);
      sink.woke(System.nanoTime() - errorNs, errorNs);
    }
  }
}
