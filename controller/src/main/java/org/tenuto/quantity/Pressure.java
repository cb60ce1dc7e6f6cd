package org.tenuto.quantity;

import java.math.BigDecimal;

/**
 * A pressure in the line, above that of the room.
 *
 * @param pa pascals, never negative (1 kPa = 1,000 Pa)
 */
public record Pressure(long pa) implements Comparable<Pressure> {

  public Pressure {
    if (pa < 0) {
      throw new IllegalArgumentException("pressure " + pa + " Pa: expected 0 or more");
    }
  }

  /**
   * Reads a pressure as a person wrote it, in kPa only.
   *
   * @param what the thing it is for, e.g. {@code occlusion_limit}
   * @throws QuantityFormatException in one line, if it is anything else
   */
  public static Pressure parse(String what, String text) {
    long pa = Scale.exactDown(WardUnit.KPA.parse(what, text), Scale.THOUSAND);
    return new Pressure(pa);
  }

  /** The pressure in kilopascals. Exact. */
  public BigDecimal kpa() {
    return Scale.up(pa, Scale.THOUSAND);
  }

  /** As written for people, in kPa. Exact. */
  public String text() {
    return WardUnit.KPA.format(kpa());
  }

  @Override
  public int compareTo(Pressure other) {
    return Long.compare(pa, other.pa);
  }
}
