package org.tenuto.dose;

/**
 * The lowest and the highest value allowed, both inclusive.
 *
 * @param lowest not above {@code highest}
 */
public record Bounds<T extends Comparable<T>>(T lowest, T highest) {

  public Bounds {
    if (lowest.compareTo(highest) > 0) {
      throw new IllegalArgumentException(
          "bounds " + lowest + " to " + highest + ": expected the lowest first");
    }
  }

  /** Whether the inner bounds lie within these, ends included. */
  public boolean contain(Bounds<T> inner) {
    return contain(inner.lowest) && contain(inner.highest);
  }

  /** Whether the value lies within these bounds, ends included. */
  public boolean contain(T value) {
    return lowest.compareTo(value) <= 0 && value.compareTo(highest) <= 0;
  }
}
