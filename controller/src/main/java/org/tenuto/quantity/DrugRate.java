package org.tenuto.quantity;

import java.math.BigDecimal;

/**
 * A drug rate: drug over time, whatever the body weight; not to be confused with a {@link
 * DoseRate}.
 *
 * @param ngPerH nanograms per hour, never negative (1 mg/h = 1,000,000 ng/h)
 */
public record DrugRate(long ngPerH) implements Comparable<DrugRate> {

  public DrugRate {
    if (ngPerH < 0) {
      throw new IllegalArgumentException("drug rate " + ngPerH + " ng/h: expected 0 or more");
    }
  }

  /**
   * Reads a drug rate as a person wrote it, in mg/h only.
   *
   * @param what the thing it is for, e.g. {@code --phase}
   * @throws QuantityFormatException in one line, if it is anything else
   */
  public static DrugRate parse(String what, String text) {
    return new DrugRate(Scale.exactDown(WardUnit.MG_PER_H.parse(what, text), Scale.MILLION));
  }

  /** The drug rate in milligrams per hour. Exact. */
  public BigDecimal mgPerH() {
    return Scale.up(ngPerH, Scale.MILLION);
  }

  /** As written for people, in mg/h. Exact. */
  public String text() {
    return WardUnit.MG_PER_H.format(mgPerH());
  }

  @Override
  public int compareTo(DrugRate other) {
    return Long.compare(ngPerH, other.ngPerH);
  }
}
