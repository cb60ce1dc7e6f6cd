package org.tenuto.simulator.accuracy;

import java.util.Arrays;

/**
 * The flow of an infusion, one mean for each half minute, as it comes from weighing what was
 * delivered (IEC 60601-2-24: sample interval 0.5 min).
 */
final class FlowSamples {

  /** From one weighing to the next, min. */
  static final double INTERVAL_MIN = 0.5;

  private static final double MIN_PER_H = 60;

  private final double[] mlPerH;

  private FlowSamples(double[] mlPerH) {
    if (mlPerH.length == 0) {
      throw new IllegalArgumentException("0 flow samples: expected 1 or more");
    }
    this.mlPerH = mlPerH;
  }

  /** Samples as they are, mL/h, one or more. */
  static FlowSamples of(double... mlPerH) {
    return new FlowSamples(mlPerH.clone());
  }

  /**
   * Samples from weighings: Q_i = 60 (V_i − V_{i−1}) / S.
   *
   * @param ml volume delivered so far at each weighing, mL; the first at the start, two or more
   */
  static FlowSamples ofVolumes(double... ml) {
    double[] mlPerH = new double[Math.max(0, ml.length - 1)];
    for (int i = 0; i < mlPerH.length; i++) {
      mlPerH[i] = MIN_PER_H * (ml[i + 1] - ml[i]) / INTERVAL_MIN;
    }
    return new FlowSamples(mlPerH);
  }

  /** How many there are. */
  int count() {
    return mlPerH.length;
  }

  /** One of them, from 0, mL/h. */
  double mlPerH(int sample) {
    return mlPerH[sample];
  }

  /** When one of them ends, min since the start. */
  static double endMin(int sample) {
    return (sample + 1) * INTERVAL_MIN;
  }

  /**
   * Those of a part of the time.
   *
   * @param fromMin its beginning, a multiple of the interval, min
   * @param toMin its end, likewise, min
   */
  FlowSamples between(double fromMin, double toMin) {
    return new FlowSamples(Arrays.copyOfRange(mlPerH, intervals(fromMin), intervals(toMin)));
  }

  /** Their mean, mL/h. */
  double meanMlPerH() {
    double sum = 0;
    for (double each : mlPerH) {
      sum += each;
    }
    return sum / mlPerH.length;
  }

  /**
   * How many intervals a time is long.
   *
   * @throws IllegalArgumentException if it is not a whole number of them
   */
  static int intervals(double timeMin) {
    double intervals = timeMin / INTERVAL_MIN;
    if (intervals != Math.rint(intervals)) {
      throw new IllegalArgumentException(
          "time " + timeMin + " min: expected a multiple of " + INTERVAL_MIN + " min");
    }
    return (int) intervals;
  }
}
