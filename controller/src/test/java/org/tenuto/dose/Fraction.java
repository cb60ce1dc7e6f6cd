package org.tenuto.dose;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact fraction of whole numbers, in lowest terms: arithmetic of the tests' own, apart from the
 * decimals of what they test.
 */
record Fraction(BigInteger top, BigInteger bottom) implements Comparable<Fraction> {

  static final Fraction ZERO = of(0);

  Fraction {
    BigInteger common = top.gcd(bottom);
    if (bottom.signum() <= 0) {
      throw new AssertionError("fraction over " + bottom);
    }
    top = top.divide(common);
    bottom = bottom.divide(common);
  }

  static Fraction of(long number) {
    return of(number, 1);
  }

  static Fraction of(long top, long bottom) {
    return new Fraction(BigInteger.valueOf(top), BigInteger.valueOf(bottom));
  }

  /** A decimal as it is. */
  static Fraction of(BigDecimal decimal) {
    BigDecimal plain = decimal.setScale(Math.max(0, decimal.scale()));
    return new Fraction(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
  }

  Fraction plus(Fraction other) {
    return new Fraction(
        top.multiply(other.bottom).add(other.top.multiply(bottom)), bottom.multiply(other.bottom));
  }

  Fraction minus(Fraction other) {
    return plus(new Fraction(other.top.negate(), other.bottom));
  }

  Fraction times(Fraction other) {
    return new Fraction(top.multiply(other.top), bottom.multiply(other.bottom));
  }

  Fraction over(Fraction other) {
    return new Fraction(top.multiply(other.bottom), bottom.multiply(other.top));
  }

  boolean isAbove(Fraction other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(Fraction other) {
    return top.multiply(other.bottom).compareTo(other.top.multiply(bottom));
  }
}
