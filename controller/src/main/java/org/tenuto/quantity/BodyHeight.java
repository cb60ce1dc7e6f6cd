package org.tenuto.quantity;

import java.math.BigDecimal;

/**
 * A body height.
 *
 * @param mm millimetres, above 0
 */
public record BodyHeight(long mm) implements Comparable<BodyHeight> {

  public BodyHeight {
    if (mm <= 0) {
      throw new IllegalArgumentException("body height " + mm + " mm: expected above 0");
    }
  }

  /**
   * Reads a body height as a person wrote it, in cm only, with at most one decimal.
   *
   * @param what the thing it is for, e.g. {@code --height}
   * @throws QuantityFormatException in one line, if it is anything else
   */
  public static BodyHeight parse(String what, String text) {
    BigDecimal cm = WardUnit.CM.parse(what, text);
    if (cm.signum() == 0 || cm.scale() > Scale.TEN) {
      throw new QuantityFormatException(what, text, "more than 0 cm, at most 1 decimal");
    }
    return new BodyHeight(Scale.exactDown(cm, Scale.TEN));
  }

  /** The height in centimetres. Exact. */
  public BigDecimal cm() {
    return Scale.up(mm, Scale.TEN);
  }

  /** As written for people, in cm. Exact. */
  public String text() {
    return WardUnit.CM.format(cm());
  }

  @Override
  public int compareTo(BodyHeight other) {
    return Long.compare(mm, other.mm);
  }
}
