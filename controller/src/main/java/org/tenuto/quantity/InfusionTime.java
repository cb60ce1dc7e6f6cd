package org.tenuto.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How long an infusion is to take.
 *
 * @param s seconds, above 0
 */
public record InfusionTime(long s) implements Comparable<InfusionTime> {

  private static final long S_PER_MIN = 60;
  private static final long S_PER_H = 3600;

  public InfusionTime {
    if (s <= 0) {
      throw new IllegalArgumentException("infusion time " + s + " s: expected above 0");
    }
  }

  /**
   * Reads a time as a person wrote it, in min, h or s, that comes to whole seconds.
   *
   * @param what the thing it is for, e.g. {@code --duration}
   * @throws QuantityFormatException in one line, if it is anything else
   */
  public static InfusionTime parse(String what, String text) {
    if (WardUnit.H.isUnitOf(text)) {
      return wholeSeconds(what, text, WardUnit.H.parse(what, text), S_PER_H);
    }
    if (WardUnit.S.isUnitOf(text)) {
      return wholeSeconds(what, text, WardUnit.S.parse(what, text), 1);
    }
    if (WardUnit.MIN.isUnitOf(text)) {
      return wholeSeconds(what, text, WardUnit.MIN.parse(what, text), S_PER_MIN);
    }
    throw new QuantityFormatException(what, text, "a time in min, h or s, e.g. 40min");
  }

  private static InfusionTime wholeSeconds(String what, String text, BigDecimal value, long unitS) {
    BigDecimal seconds = value.multiply(BigDecimal.valueOf(unitS));
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    if (whole.signum() == 0 || whole.compareTo(seconds) != 0) {
      throw new QuantityFormatException(what, text, "more than 0 and a whole number of seconds");
    }
    return new InfusionTime(whole.longValueExact());
  }

  /** As written for people: in min if it comes to whole minutes, else in s. Exact. */
  public String text() {
    return s % S_PER_MIN == 0
        ? WardUnit.MIN.format(BigDecimal.valueOf(s / S_PER_MIN))
        : WardUnit.S.format(BigDecimal.valueOf(s));
  }

  @Override
  public int compareTo(InfusionTime other) {
    return Long.compare(s, other.s);
  }
}
