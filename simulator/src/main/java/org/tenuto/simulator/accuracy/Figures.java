package org.tenuto.simulator.accuracy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.tenuto.quantity.WardNumber;

/** Figures as they are written for people. */
final class Figures {

  /** What stands for infinity. */
  static final String NO_LIMIT = "no limit";

  private static final int DECIMALS = 2;

  private Figures() {}

  /** An error with its sign and two decimals; what rounds to 0 has no sign. */
  static String signed(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return (rounded.signum() > 0 ? "+" : "") + rounded.toPlainString();
  }

  /** A time in minutes, or that it did not come. */
  static String minutes(OptionalDouble timeMin) {
    return timeMin.isEmpty() ? "not in 2 h" : number(timeMin.getAsDouble());
  }

  /** A length of time to about three digits, in seconds below two minutes. */
  static String duration(double timeMin) {
    boolean seconds = timeMin < 2;
    BigDecimal value = BigDecimal.valueOf(seconds ? timeMin * 60 : timeMin);
    return WardNumber.format(value.round(new MathContext(3))) + (seconds ? " s" : " min");
  }

  /** A number with at most six digits, without superfluous zeros. */
  static String number(double value) {
    if (Double.isInfinite(value)) {
      return NO_LIMIT;
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(6));
    return rounded.signum() == 0 ? "0" : WardNumber.format(rounded);
  }
}
