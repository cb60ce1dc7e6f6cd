package org.tenuto.quantity;

/**
 * Drug in fluid.
 *
 * @param ngPerMl nanograms per millilitre, above 0 (1 mg/mL = 1,000,000 ng/mL)
 */
public record Concentration(long ngPerMl) {

  public Concentration {
    if (ngPerMl <= 0) {
      throw new IllegalArgumentException("concentration " + ngPerMl + " ng/mL: expected above 0");
    }
  }
}
