package org.tenuto.quantity;

/**
 * A body weight.
 *
 * @param g grams, above 0
 */
public record BodyWeight(long g) {

  public BodyWeight {
    if (g <= 0) {
      throw new IllegalArgumentException("body weight " + g + " g: expected above 0");
    }
  }
}
