package org.tenuto.station;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.tenuto.quantity.WardNumber;

/**
 * An axis from 0: its end, the distance of its ticks, and where a value lies on paper.
 *
 * @param end the greatest value shown, a multiple of the tick, or a time as it is
 * @param tick from tick to tick
 * @param paperStart where 0 is, in the drawing's units
 * @param paperEnd where the end is
 */
@NullMarked
record AxisScale(double end, double tick, double paperStart, double paperEnd) {

  private static final double[] MINUTES = {1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440};
  private static final double[] ROUND = {1, 2, 5, 10};
  private static final int MOST_TICKS = 10;

  /** For concentrations: ticks of 1, 2 or 5 times a power of ten, and a tick at the end. */
  static AxisScale ofConcentration(double highest, double paperStart, double paperEnd) {
    double least = Math.max(highest, 1) / MOST_TICKS;
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(least)));
    double tick = power * first(ROUND, least / power);
    return new AxisScale(Math.ceil(highest / tick) * tick, tick, paperStart, paperEnd);
  }

  /** For minutes: ticks as on a clock; the end is the time itself. */
  static AxisScale ofMinutes(double end, double paperStart, double paperEnd) {
    double longest = MINUTES[MINUTES.length - 1];
    double least = end / MOST_TICKS;
    double tick = least > longest ? Math.ceil(least / longest) * longest : first(MINUTES, least);
    return new AxisScale(end, tick, paperStart, paperEnd);
  }

  private static double first(double[] choices, double least) {
    for (double choice : choices) {
      if (choice >= least) {
        return choice;
      }
    }
    return choices[choices.length - 1];
  }

  /** Where a value lies. */
  double at(double value) {
    return paperStart + (paperEnd - paperStart) * value / end;
  }

  /** The values of the ticks, 0 first. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; i * tick <= end * (1 + 1e-9); i++) {
      ticks.add(i * tick);
    }
    return ticks;
  }

  /** A tick's value for people. */
  static String text(double value) {
    return WardNumber.format(java.math.BigDecimal.valueOf(value));
  }
}
