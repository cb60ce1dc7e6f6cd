package org.tenuto.benchmarks.jitter;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Wake-ups of one loop in one stretch of time, and what is computed of them. One thread. */
final class Wakes {

  /** 1 kHz. */
  static final long PERIOD_NS = 1_000_000;

  private static final long LONGEST_NS = 60_000_000_000L;
  private static final long NS_PER_S = 1_000_000_000;
  private static final int DIGITS = 3;
  private static final int FIRST_ROOM = 1_024;

  private final long fromNs;
  private final Map<Long, Long> worstOfSecondsNs = new TreeMap<>();
  private long[] errorsNs = new long[FIRST_ROOM];
  private int count;

  /**
   * None yet.
   *
   * @param fromNs when the first one-second window begins, monotonic ns
   */
  Wakes(long fromNs) {
    this.fromNs = fromNs;
  }

  void add(long deadlineNs, long errorNs) {
    if (count == errorsNs.length) {
      errorsNs = Arrays.copyOf(errorsNs, 2 * count);
    }
    errorsNs[count++] = errorNs;
    worstOfSecondsNs.merge((deadlineNs - fromNs) / NS_PER_S, errorNs, Math::max);
  }

  int count() {
    return count;
  }

  /**
   * The errors, ns.
   *
   * @param catchesUp whether the loop itself makes up for each deadline that went by; of one that
   *     skips them the errors they would have seen are filled in
   */
  Histogram errors(boolean catchesUp) {
    Histogram all = empty();
    for (int i = 0; i < count; i++) {
      long errorNs = Math.clamp(errorsNs[i], 0, LONGEST_NS);
      if (catchesUp) {
        all.recordValue(errorNs);
      } else {
        all.recordValueWithExpectedInterval(errorNs, PERIOD_NS);
      }
    }
    return all;
  }

  /** A histogram as all here are: 1 ns to 1 min, three digits. */
  static Histogram empty() {
    return new Histogram(LONGEST_NS, DIGITS);
  }

  /** Deadlines that had gone by, a whole period or more, before the loop saw to them. */
  long missed(boolean catchesUp) {
    long missed = 0;
    for (int i = 0; i < count; i++) {
      long periods = Math.max(0, errorsNs[i]) / PERIOD_NS;
      missed += catchesUp ? Math.min(1, periods) : periods;
    }
    return missed;
  }

  /** The largest error of each second, ns, in their order. */
  List<Long> worstOfSecondsNs() {
    return List.copyOf(worstOfSecondsNs.values());
  }
}
