package org.tenuto.simulator.accuracy;

import java.util.ArrayList;
import java.util.List;

/**
 * One axis of a chart: what it reaches from and to, and where its ticks are.
 *
 * @param low least value
 * @param high greatest value, above it
 * @param ticks values that are marked, from low to high
 */
record Axis(double low, double high, List<Double> ticks) {

  private static final int MOST_TICKS = 6;
  private static final double[] ROUND = {1, 2, 5, 10};

  /** An axis with round ticks, one at or beyond each of these values. */
  static Axis around(double lowest, double highest) {
    double least = Math.max(highest - lowest, 1e-9) / MOST_TICKS;
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(least)));
    double tick = ROUND[ROUND.length - 1] * power;
    for (int i = ROUND.length - 1; i >= 0 && ROUND[i] * power >= least * (1 - 1e-9); i--) {
      tick = ROUND[i] * power;
    }
    long first = (long) Math.floor(lowest / tick + 1e-9);
    long last = Math.max(first + 1, (long) Math.ceil(highest / tick - 1e-9));
    List<Double> ticks = new ArrayList<>();
    for (long i = first; i <= last; i++) {
      ticks.add(i * tick);
    }
    return new Axis(first * tick, last * tick, ticks);
  }

  /** Where a value lies between the two ends, 0 to 1. */
  double share(double value) {
    return (value - low) / (high - low);
  }
}
