package org.tenuto.quantity;

/**
 * A volume of fluid.
 *
 * @param nl nanolitres, never negative (1 mL = 1,000,000 nL)
 */
public record Volume(long nl) {

  public Volume {
    if (nl < 0) {
      throw new IllegalArgumentException("volume " + nl + " nL: expected 0 or more");
    }
  }
}
