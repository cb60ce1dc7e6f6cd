package org.tenuto.report;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis: what it shows, where that lies on paper, and its round ticks.
 *
 * @param low the least value
 * @param high the greatest
 * @param tick from tick to tick
 * @param paperLow where the least value lies, in the drawing's units
 * @param paperHigh where the greatest lies
 */
record Scale(double low, double high, double tick, double paperLow, double paperHigh) {

  private static final double[] TIMES_S = {
    5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400
  };
  private static final double[] ROUND = {1, 2, 5, 10};
  private static final int MOST_TIMES = 12;
  private static final int MOST_TICKS = 5;

  /** Time in seconds: round ticks of a clock; the ends are as they are. */
  static Scale ofTime(double endS, double paperLow, double paperHigh) {
    double end = Math.max(endS, 1);
    double tick = TIMES_S[TIMES_S.length - 1];
    for (int i = TIMES_S.length - 1; i >= 0 && end / TIMES_S[i] <= MOST_TIMES; i--) {
      tick = TIMES_S[i];
    }
    tick *= Math.max(1, Math.ceil(end / tick / MOST_TIMES));
    return new Scale(0, end, tick, paperLow, paperHigh);
  }

  /**
   * Values about 0: ticks of 1, 2 or 5 times a power of ten, one at each end.
   *
   * @param lowest 0 or below
   * @param highest 0 or above
   */
  static Scale ofValues(double lowest, double highest, double paperLow, double paperHigh) {
    double span = highest - lowest;
    double least = (span > 0 ? span : 1) / MOST_TICKS;
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(least)));
    double tick = power * ROUND[ROUND.length - 1];
    for (int i = ROUND.length - 1; i >= 0 && ROUND[i] * power >= least * (1 - 1e-9); i--) {
      tick = ROUND[i] * power;
    }
    double low = -tick * Math.ceil(-lowest / tick - 1e-9);
    double needed = Math.max(highest, low < 0 ? 0 : tick);
    double high = tick * Math.max(0, Math.ceil(needed / tick - 1e-9));
    return new Scale(low, high, tick, paperLow, paperHigh);
  }

  /** Where a value lies. */
  double at(double value) {
    return paperLow + (paperHigh - paperLow) * (value - low) / (high - low);
  }

  /** The values of the ticks. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    long first = Math.round(low / tick);
    for (long i = first; i * tick <= high + tick * 1e-9; i++) {
      ticks.add(i * tick);
    }
    return ticks;
  }
}
