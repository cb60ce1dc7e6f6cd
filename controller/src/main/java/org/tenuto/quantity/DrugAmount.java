package org.tenuto.quantity;

/**
 * An amount of drug (base).
 *
 * @param ng nanograms, never negative (1 mg = 1,000,000 ng)
 */
public record DrugAmount(long ng) {

  public DrugAmount {
    if (ng < 0) {
      throw new IllegalArgumentException("drug amount " + ng + " ng: expected 0 or more");
    }
  }
}
