package org.tenuto.quantity;

import java.math.BigDecimal;

/**
 * Drug in fluid.
 *
 * @param ngPerMl nanograms per millilitre, above 0 (1 mg/mL = 1,000,000 ng/mL)
 */
public record Concentration(long ngPerMl) implements Comparable<Concentration> {

  public Concentration {
    if (ngPerMl <= 0) {
      throw new IllegalArgumentException("concentration " + ngPerMl + " ng/mL: expected above 0");
    }
  }

  /**
   * Reads a concentration as a person wrote it, in mg/mL only.
   *
   * @param what the thing it is for, e.g. {@code --concentration}
   * @throws QuantityFormatException in one line, if it is anything else
   */
  public static Concentration parse(String what, String text) {
    long ngPerMl = Scale.exactDown(WardUnit.MG_PER_ML.parse(what, text), Scale.MILLION);
    if (ngPerMl == 0) {
      throw new QuantityFormatException(what, text, "more than 0 mg/mL");
    }
    return new Concentration(ngPerMl);
  }

  /** The concentration in milligrams per millilitre. Exact. */
  public BigDecimal mgPerMl() {
    return Scale.up(ngPerMl, Scale.MILLION);
  }

  /** As written for people, in mg/mL. Exact. */
  public String text() {
    return WardUnit.MG_PER_ML.format(mgPerMl());
  }

  @Override
  public int compareTo(Concentration other) {
    return Long.compare(ngPerMl, other.ngPerMl);
  }
}
