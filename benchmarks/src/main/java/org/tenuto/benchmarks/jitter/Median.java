package org.tenuto.benchmarks.jitter;

import java.util.Arrays;

/** The middle of a few values, and how far they lie apart. */
final class Median {

  private Median() {}

  /** The middle one; of an even number the mean of the two in the middle; NaN of none. */
  static double of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** Half of what lies between the least and the largest; NaN of fewer than two. */
  static double spread(double... values) {
    return values.length < 2
        ? Double.NaN
        : (Arrays.stream(values).max().orElseThrow() - Arrays.stream(values).min().orElseThrow())
            / 2;
  }
}
