package org.tenuto.simulator.accuracy;

import java.util.List;

/**
 * How far the mean flow strays from the set rate in the worst stretches of a given length: one pair
 * of points of the trumpet curve (IEC 60601-2-24).
 *
 * @param windowMin length of the observation window P, min
 * @param windows how many windows of that length there are, each half a minute after the one before
 * @param maxPercent error E_p(max) of the window with the most flow, % of the set rate
 * @param minPercent error E_p(min) of the window with the least, % of the set rate
 */
record FlowError(double windowMin, int windows, double maxPercent, double minPercent) {

  /** The lengths of window that are reported, min. */
  static final List<Double> WINDOWS_MIN = List.of(1.0, 2.0, 5.0, 11.0, 19.0, 31.0);

  /**
   * The worst of all windows of one length: E = (S/P) Σ 100 (Q_i − r) / r over each, of which there
   * are m = (T − P)/S + 1.
   *
   * @param analysed flow over the time T that is analysed
   * @param setMlPerH set rate r, mL/h, above 0
   * @param windowMin length P, a multiple of the sample interval, at most T, min
   * @throws IllegalArgumentException if no such window fits
   */
  static FlowError of(FlowSamples analysed, double setMlPerH, double windowMin) {
    int length = FlowSamples.intervals(windowMin);
    if (length < 1 || length > analysed.count()) {
      throw new IllegalArgumentException(
          "window " + windowMin + " min: expected 0.5 min to " + analysed.count() * 0.5 + " min");
    }
    int windows = analysed.count() - length + 1;
    double max = Double.NEGATIVE_INFINITY;
    double min = Double.POSITIVE_INFINITY;
    for (int first = 0; first < windows; first++) {
      double percent = 0;
      for (int i = first; i < first + length; i++) {
        percent += percent(analysed.mlPerH(i), setMlPerH);
      }
      max = Math.max(max, percent / length);
      min = Math.min(min, percent / length);
    }
    return new FlowError(windowMin, windows, max, min);
  }

  /** The trumpet curve: every length of window that is reported. */
  static List<FlowError> trumpet(FlowSamples analysed, double setMlPerH) {
    return WINDOWS_MIN.stream().map(minutes -> of(analysed, setMlPerH, minutes)).toList();
  }

  /** The overall mean error A, % of the set rate. */
  static double overallPercent(FlowSamples analysed, double setMlPerH) {
    return percent(analysed.meanMlPerH(), setMlPerH);
  }

  private static double percent(double mlPerH, double setMlPerH) {
    return 100 * (mlPerH - setMlPerH) / setMlPerH;
  }
}
