package org.tenuto.benchmarks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Figures as people read them: three or four digits that count, no powers of ten. */
final class Decimals {

  private static final int DIGITS = 3;
  private static final double WHOLE_FROM = 1_000;
  private static final double NOTHING_BELOW = 5e-4;

  private Decimals() {}

  /** A dash for what is not known. */
  static String of(double value) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    if (Math.abs(value) < NOTHING_BELOW) {
      return "0";
    }
    var exact = new BigDecimal(value);
    BigDecimal rounded =
        Math.abs(value) >= WHOLE_FROM
            ? exact.setScale(0, RoundingMode.HALF_UP)
            : exact.round(new MathContext(DIGITS, RoundingMode.HALF_UP));
    return rounded.stripTrailingZeros().toPlainString();
  }
}
