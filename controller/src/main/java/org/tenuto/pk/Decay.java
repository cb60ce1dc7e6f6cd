package org.tenuto.pk;

/**
 * Divided differences of the exponential function, the three forms every response of a linear
 * compartment model is made of. Arguments are rate constant times time: 0 or more, finite.
 *
 * <p>Each is good to a few units in the last place for all arguments, also equal, nearly equal,
 * very small and very large ones, where the textbook's differences cancel.
 */
final class Decay {

  private static final int TAYLOR_TERMS = 19;

  private Decay() {}

  /** What is left of a bolus: e^-x. */
  static double left(double x) {
    return StrictMath.exp(-x);
  }

  /** (1 - e^-x) / x, 1 at 0: the mean of e^-s for s from 0 to x. */
  static double mean(double x) {
    return x == 0 ? 1 : -StrictMath.expm1(-x) / x;
  }

  /** (e^-x - e^-y) / (y - x), e^-x where they are equal: one decay fed by another. */
  static double fed(double x, double y) {
    return left(Math.min(x, y)) * mean(Math.abs(y - x));
  }

  /** (mean(x) - mean(y)) / (y - x), at 0 one half: a decay fed by one that is fed steadily. */
  static double fedSteadily(double x, double y) {
    double larger = Math.max(x, y);
    if (larger < 1) {
      return series(x, y);
    }
    // For larger >= 1 the second term is at most 0.64 of the first.
    return (mean(Math.min(x, y)) - fed(x, y)) / larger;
  }

  /** Sum of (-1)^n h_n(x, y) / (n + 2)!, h_n the complete homogeneous polynomial of degree n. */
  private static double series(double x, double y) {
    double h = 1;
    double yPower = 1;
    double factor = 0.5;
    double sum = factor;
    for (int n = 1; n < TAYLOR_TERMS; n++) {
      yPower *= y;
      h = h * x + yPower;
      factor /= -(n + 2);
      sum += factor * h;
    }
    return sum;
  }
}
