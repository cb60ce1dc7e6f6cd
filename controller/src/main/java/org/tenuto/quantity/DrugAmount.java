package org.tenuto.quantity;

import java.math.BigDecimal;

/**
 * An amount of drug (base).
 *
 * @param ng nanograms, never negative (1 mg = 1,000,000 ng)
 */
public record DrugAmount(long ng) implements Comparable<DrugAmount> {

  public DrugAmount {
    if (ng < 0) {
      throw new IllegalArgumentException("drug amount " + ng + " ng: expected 0 or more");
    }
  }

  /**
   * Reads an amount as a person wrote it, in mg only.
   *
   * @param what the thing it is for, e.g. {@code --prior}
   * @throws QuantityFormatException in one line, if it is anything else
   */
  public static DrugAmount parse(String what, String text) {
    return new DrugAmount(Scale.exactDown(WardUnit.MG.parse(what, text), Scale.MILLION));
  }

  /**
   * The amount in whole ng that is not above the one given.
   *
   * @param mg milligrams, 0 or more
   * @throws ArithmeticException beyond 63 bits
   */
  public static DrugAmount floorMg(BigDecimal mg) {
    return new DrugAmount(Scale.floorDown(mg, Scale.MILLION));
  }

  /** The amount in milligrams. Exact. */
  public BigDecimal mg() {
    return Scale.up(ng, Scale.MILLION);
  }

  /** As written for people, in mg. Exact. */
  public String text() {
    return WardUnit.MG.format(mg());
  }

  @Override
  public int compareTo(DrugAmount other) {
    return Long.compare(ng, other.ng);
  }
}
