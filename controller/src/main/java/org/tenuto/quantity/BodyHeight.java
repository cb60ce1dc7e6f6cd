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

  /** The height in centimetres. Exact. */
  public BigDecimal cm() {
    return Scale.up(mm, 1);
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
