package org.tenuto.doctor;

import java.util.Arrays;
import org.tenuto.control.CycleTimer;
import org.tenuto.control.MonotonicClock;

/**
 * How late a thread wakes on the loop's grid. A sample of a few seconds: it shows what is bad, it
 * proves nothing good.
 *
 * @param count wake-ups counted
 * @param p50Ns half of them were no later than this, ns
 * @param p99Ns 99 of 100 were no later than this, ns
 * @param maxNs the latest, ns
 */
record WakeUpSample(int count, long p50Ns, long p99Ns, long maxNs) {

  /**
   * Sleeps to {@code warmUp + count} deadlines and keeps the errors of the last {@code count}. A
   * deadline that went by is taken from then on, as the loop does.
   */
  static WakeUpSample take(
      MonotonicClock clock, CycleTimer timer, long periodNs, int warmUp, int count) {
    long[] errorsNs = new long[count];
    long deadlineNs = clock.nowNs() + periodNs;
    for (int i = -warmUp; i < count; i++) {
      timer.sleepUntil(deadlineNs);
      long errorNs = clock.nowNs() - deadlineNs;
      if (i >= 0) {
        errorsNs[i] = errorNs;
      }
      deadlineNs += periodNs * (1 + errorNs / periodNs);
    }
    return of(errorsNs);
  }

  static WakeUpSample of(long[] errorsNs) {
    long[] sorted = errorsNs.clone();
    Arrays.sort(sorted);
    return new WakeUpSample(
        sorted.length, rank(sorted, 50), rank(sorted, 99), sorted[sorted.length - 1]);
  }

  /** The nearest rank: the smallest value that {@code percent} of all do not exceed. */
  private static long rank(long[] sorted, int percent) {
    return sorted[(sorted.length * percent + 99) / 100 - 1];
  }
}
