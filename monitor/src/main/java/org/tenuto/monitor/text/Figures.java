package org.tenuto.monitor.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tenuto.proto.telemetry.Progress;

/** The device's own figures as people read them, rounded down. Nothing is computed from them. */
public final class Figures {

  private Figures() {}

  /** Millionths as a decimal number: 500000 is 0.5, 1000000 is 1. */
  public static String decimal(long millionths, int digits) {
    return shown(millionths, 6, digits);
  }

  /** A concentration, pg/mL, as ng/mL. */
  public static String concentration(long pgPerMl) {
    return shown(pgPerMl, 3, 1);
  }

  private static String shown(long value, int scale, int digits) {
    BigDecimal exact = BigDecimal.valueOf(value, scale).setScale(digits, RoundingMode.DOWN);
    return exact.stripTrailingZeros().toPlainString();
  }

  /** Volume delivered, mL: one number if both ends of the bracket read the same. */
  public static String delivered(Progress progress) {
    String atLeast = decimal(progress.getAtLeastNl(), 2);
    String atMost = decimal(progress.getAtMostNl(), 2);
    return atLeast.equals(atMost) ? atLeast : atLeast + " to " + atMost;
  }

  /** Seconds as h:mm:ss. */
  public static String clock(long seconds) {
    return "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
