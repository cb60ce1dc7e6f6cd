package org.tenuto.quantity;

import java.math.BigDecimal;

/**
 * A volume of fluid.
 *
 * @param nl nanolitres, never negative (1 mL = 1,000,000 nL)
 */
public record Volume(long nl) implements Comparable<Volume> {

  public Volume {
    if (nl < 0) {
      throw new IllegalArgumentException("volume " + nl + " nL: expected 0 or more");
    }
  }

  /**
   * Reads a volume as a person wrote it, in mL only.
   *
   * @param what the thing it is for, e.g. {@code capacity}
   * @throws QuantityFormatException in one line, if it is anything else
   */
  public static Volume parse(String what, String text) {
    long nl = Scale.exactDown(WardUnit.ML.parse(what, text), Scale.MILLION);
    return new Volume(nl);
  }

  /**
   * The volume in whole nL that is not above the one given.
   *
   * @param ml millilitres, 0 or more
   * @throws ArithmeticException beyond 63 bits
   */
  public static Volume floorMl(BigDecimal ml) {
    return new Volume(Scale.floorDown(ml, Scale.MILLION));
  }

  /** Both volumes together. */
  public Volume plus(Volume other) {
    return new Volume(Math.addExact(nl, other.nl));
  }

  /** What is left of this volume once {@code delivered} is gone; 0 if that was as much or more. */
  public Volume remainingAfter(Volume delivered) {
    return new Volume(Math.max(0, nl - delivered.nl));
  }

  /** The volume in millilitres. Exact. */
  public BigDecimal ml() {
    return Scale.up(nl, Scale.MILLION);
  }

  /** As written for people, in mL. Exact. */
  public String text() {
    return WardUnit.ML.format(ml());
  }

  @Override
  public int compareTo(Volume other) {
    return Long.compare(nl, other.nl);
  }
}
