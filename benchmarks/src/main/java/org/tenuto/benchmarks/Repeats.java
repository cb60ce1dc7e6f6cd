package org.tenuto.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** The same measured again and again, a few times: the median, and how sure it is. One thread. */
final class Repeats {

  /** Half of what covers 95 % of a normal distribution, in standard deviations. */
  private static final double COVERS_95 = 1.96;

  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  int count() {
    return values.size();
  }

  /** The middle one, or between the two in the middle; NaN without any. */
  double median() {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /**
   * Half the width of the 95 % interval of the median: by the ranks of the values (binomial, in its
   * normal approximation), whatever their distribution is. NaN with less than two.
   */
  double spread() {
    int count = values.size();
    if (count < 2) {
      return Double.NaN;
    }
    List<Double> sorted = values.stream().sorted().toList();
    int below = (int) Math.floor((count - COVERS_95 * Math.sqrt(count)) / 2);
    int lowest = Math.max(0, below - 1);
    return (sorted.get(count - 1 - lowest) - sorted.get(lowest)) / 2;
  }
}
