package org.tenuto.quantity;

import java.math.BigDecimal;

/**
 * A body weight.
 *
 * @param g grams, above 0
 */
public record BodyWeight(long g) implements Comparable<BodyWeight> {

  public BodyWeight {
    if (g <= 0) {
      throw new IllegalArgumentException("body weight " + g + " g: expected above 0");
    }
  }

  /**
   * Reads a body weight as a person wrote it, in kg only.
   *
   * @param what the thing it is for, e.g. {@code --weight}
   * @throws QuantityFormatException in one line, if it is anything else
   */
  public static BodyWeight parse(String what, String text) {
    long g = Scale.exactDown(WardUnit.KG.parse(what, text), Scale.THOUSAND);
    if (g == 0) {
      throw new QuantityFormatException(what, text, "more than 0 kg");
    }
    return new BodyWeight(g);
  }

  /** The weight in kilograms. Exact. */
  public BigDecimal kg() {
    return Scale.up(g, Scale.THOUSAND);
  }

  /** As written for people, in kg. Exact. */
  public String text() {
    return WardUnit.KG.format(kg());
  }

  @Override
  public int compareTo(BodyWeight other) {
    return Long.compare(g, other.g);
  }
}
