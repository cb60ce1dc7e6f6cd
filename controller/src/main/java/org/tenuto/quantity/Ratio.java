package org.tenuto.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact quotient, such as a flow rate over 52 minutes, kept undivided until somebody says how it
 * is to be rounded.
 *
 * @param numerator 0 or more
 * @param denominator above 0
 */
public record Ratio(BigDecimal numerator, BigDecimal denominator) implements Comparable<Ratio> {

  public Ratio {
    if (numerator.signum() < 0 || denominator.signum() <= 0) {
      throw new IllegalArgumentException(
          "ratio " + numerator + " to " + denominator + ": expected 0 or more to above 0");
    }
  }

  /** A plain number as a quotient. */
  public static Ratio of(BigDecimal value) {
    return new Ratio(value, BigDecimal.ONE);
  }

  /** This quotient and the other. Exact. */
  public Ratio plus(Ratio other) {
    if (denominator.compareTo(other.denominator) == 0) {
      return new Ratio(numerator.add(other.numerator), denominator);
    }
    return new Ratio(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /** The product with the other. Exact. */
  public Ratio times(Ratio other) {
    return new Ratio(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** The product with a number of 0 or more. Exact. */
  public Ratio times(BigDecimal factor) {
    return new Ratio(numerator.multiply(factor), denominator);
  }

  /** This quotient divided by a number above 0. Exact. */
  public Ratio over(BigDecimal divisor) {
    return new Ratio(numerator, denominator.multiply(divisor));
  }

  /** This quotient divided by another above 0. Exact. */
  public Ratio over(Ratio divisor) {
    return new Ratio(
        numerator.multiply(divisor.denominator), denominator.multiply(divisor.numerator));
  }

  /** The greatest decimal with that many places that is not above the quotient. */
  public BigDecimal floor(int places) {
    return numerator.divide(denominator, places, RoundingMode.FLOOR);
  }

  /** The smallest decimal with that many places that is not below the quotient. */
  public BigDecimal ceiling(int places) {
    return numerator.divide(denominator, places, RoundingMode.CEILING);
  }

  /** The nearest decimal with that many places, half away from zero. For reading, not for pumps. */
  public BigDecimal nearest(int places) {
    return numerator.divide(denominator, places, RoundingMode.HALF_UP);
  }

  /** Below, at or above 0 as the quotient is below, at or above the value. Exact. */
  public int compareTo(BigDecimal value) {
    return numerator.compareTo(value.multiply(denominator));
  }

  /** Below, at or above 0 as this quotient is below, at or above the other. Exact. */
  @Override
  public int compareTo(Ratio other) {
    return numerator
        .multiply(other.denominator)
        .compareTo(other.numerator.multiply(denominator));
  }
}
