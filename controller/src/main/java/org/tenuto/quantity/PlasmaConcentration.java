package org.tenuto.quantity;

import java.math.BigDecimal;

/**
 * Drug in plasma, or at the effect site; not to be confused with the {@link Concentration} of a
 * syringe, a million times higher.
 *
 * @param pgPerMl picograms per millilitre, never negative (1 ng/mL = 1,000 pg/mL)
 */
public record PlasmaConcentration(long pgPerMl) implements Comparable<PlasmaConcentration> {

  public PlasmaConcentration {
    if (pgPerMl < 0) {
      throw new IllegalArgumentException(
          "plasma concentration " + pgPerMl + " pg/mL: expected 0 or more");
    }
  }

  /**
   * Reads a plasma concentration as a person wrote it, in ng/mL only.
   *
   * @param what the thing it is for, e.g. {@code ceiling_hard}
   * @throws QuantityFormatException in one line, if it is anything else
   */
  public static PlasmaConcentration parse(String what, String text) {
    BigDecimal ngPerMl = WardUnit.NG_PER_ML.parse(what, text);
    return new PlasmaConcentration(Scale.exactDown(ngPerMl, Scale.THOUSAND));
  }

  /** The concentration in nanograms per millilitre. Exact. */
  public BigDecimal ngPerMl() {
    return Scale.up(pgPerMl, Scale.THOUSAND);
  }

  /** As written for people, in ng/mL. Exact. */
  public String text() {
    return WardUnit.NG_PER_ML.format(ngPerMl());
  }

  @Override
  public int compareTo(PlasmaConcentration other) {
    return Long.compare(pgPerMl, other.pgPerMl);
  }
}
