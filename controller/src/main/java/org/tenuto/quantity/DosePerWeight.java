package org.tenuto.quantity;

import java.math.BigDecimal;

/**
 * A dose ordered by body weight.
 *
 * @param ngPerKg nanograms of drug per kilogram, above 0 (1 mg/kg = 1,000,000 ng/kg)
 */
public record DosePerWeight(long ngPerKg) implements Comparable<DosePerWeight> {

  public DosePerWeight {
    if (ngPerKg <= 0) {
      throw new IllegalArgumentException("dose " + ngPerKg + " ng/kg: expected above 0");
    }
  }

  /**
   * Reads a dose as a person wrote it, in mg/kg only.
   *
   * @param what the thing it is for, e.g. {@code --dose}
   * @throws QuantityFormatException in one line, if it is anything else
   */
  public static DosePerWeight parse(String what, String text) {
    long ngPerKg = Scale.exactDown(WardUnit.MG_PER_KG.parse(what, text), Scale.MILLION);
    if (ngPerKg == 0) {
      throw new QuantityFormatException(what, text, "more than 0 mg/kg");
    }
    return new DosePerWeight(ngPerKg);
  }

  /** The dose in milligrams per kilogram. Exact. */
  public BigDecimal mgPerKg() {
    return Scale.up(ngPerKg, Scale.MILLION);
  }

  /** As written for people, in mg/kg. Exact. */
  public String text() {
    return WardUnit.MG_PER_KG.format(mgPerKg());
  }

  @Override
  public int compareTo(DosePerWeight other) {
    return Long.compare(ngPerKg, other.ngPerKg);
  }
}
