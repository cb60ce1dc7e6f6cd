package org.tenuto.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Exact steps between the units people read and the whole units the records hold. */
final class Scale {

  /** mL to nL, mg to ng. */
  static final int MILLION = 6;

  /** kg to g, mcg to ng, ng/mL to pg/mL, kPa to Pa. */
  static final int THOUSAND = 3;

  /** cm to mm. */
  static final int TEN = 1;

  private Scale() {}

  /** The whole units as the unit {@code 10^power} times larger. Exact. */
  static BigDecimal up(long units, int power) {
    return BigDecimal.valueOf(units, power);
  }

  /**
   * The value in units {@code 10^power} times smaller, what is below one unit dropped.
   *
   * @throws ArithmeticException beyond 63 bits
   */
  static long floorDown(BigDecimal value, int power) {
    return value.movePointRight(power).setScale(0, RoundingMode.FLOOR).longValueExact();
  }

  /** As {@link #floorDown}, for what is known to come out whole: nothing may be lost. */
  static long exactDown(BigDecimal value, int power) {
    return value.movePointRight(power).longValueExact();
  }
}
