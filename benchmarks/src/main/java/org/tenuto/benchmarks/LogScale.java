package org.tenuto.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis of powers of ten.
 *
 * @param low the least value, above 0
 * @param high the greatest, above the least
 * @param paperLow where the least lies, in the drawing's units
 * @param paperHigh where the greatest lies
 */
record LogScale(double low, double high, double paperLow, double paperHigh) {

  private static final double[] ROUND = {1, 2, 5};
  private static final double[] FINE = {1, 1.5, 2, 3, 4, 5, 6, 8};
  private static final double ONE_DECADE = 1;
  private static final double[] POWERS = {1};
  private static final double FEW_DECADES = 2.5;
  private static final double TEN = 10;

  /** From the least to the greatest; a little wider if they are the same. */
  static LogScale of(double least, double greatest, double paperLow, double paperHigh) {
    double high = greatest > least ? greatest : least * 2;
    return new LogScale(least, high, paperLow, paperHigh);
  }

  /** Where a value lies; what is below the least lies there. */
  double at(double value) {
    double part =
        StrictMath.log(Math.max(value, low) / low) / StrictMath.log(high / low);
    return paperLow + (paperHigh - paperLow) * part;
  }

  /** Round values in it: powers of ten, with values between them where there are few. */
  List<Double> ticks() {
    double decades = StrictMath.log10(high / low);
    double[] steps = decades <= ONE_DECADE ? FINE : decades <= FEW_DECADES ? ROUND : POWERS;
    List<Double> ticks = new ArrayList<>();
    for (double power = StrictMath.pow(TEN, Math.floor(StrictMath.log10(low)));
        power <= high;
        power *= TEN) {
      for (double step : steps) {
        double tick = step * power;
        if (tick >= low && tick <= high) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }
}
