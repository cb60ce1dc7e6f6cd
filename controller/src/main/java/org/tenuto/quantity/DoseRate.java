package org.tenuto.quantity;

import java.math.BigDecimal;

/**
 * A dose rate: drug per body weight and time, not to be confused with a {@link FlowRate}.
 *
 * @param ngPerKgPerH nanograms per kilogram and hour, never negative (1 mg/kg/h = 1,000,000)
 */
public record DoseRate(long ngPerKgPerH) implements Comparable<DoseRate> {

  private static final BigDecimal MIN_PER_H = BigDecimal.valueOf(60);

  public DoseRate {
    if (ngPerKgPerH < 0) {
      throw new IllegalArgumentException(
          "dose rate " + ngPerKgPerH + " ng/kg/h: expected 0 or more");
    }
  }

  /**
   * Reads a dose rate as a person wrote it, in mg/kg/h only.
   *
   * @param what the thing it is for, e.g. {@code dose_rate_hard_max}
   * @throws QuantityFormatException in one line, if it is anything else
   */
  public static DoseRate parse(String what, String text) {
    long ngPerKgPerH = Scale.exactDown(WardUnit.MG_PER_KG_PER_H.parse(what, text), Scale.MILLION);
    return new DoseRate(ngPerKgPerH);
  }

  /**
   * Reads a dose rate as a person wrote it, in mcg/kg/min only.
   *
   * @param what the thing it is for, e.g. {@code --phase}
   * @throws QuantityFormatException in one line, if it is anything else
   */
  public static DoseRate parseMcgPerKgPerMin(String what, String text) {
    BigDecimal mcgPerKgPerH = WardUnit.MCG_PER_KG_PER_MIN.parse(what, text).multiply(MIN_PER_H);
    return new DoseRate(Scale.exactDown(mcgPerKgPerH, Scale.THOUSAND));
  }

  /** The dose rate in milligrams per kilogram and hour. Exact. */
  public BigDecimal mgPerKgPerH() {
    return Scale.up(ngPerKgPerH, Scale.MILLION);
  }

  /** As written for people, in mg/kg/h. Exact. */
  public String text() {
    return WardUnit.MG_PER_KG_PER_H.format(mgPerKgPerH());
  }

  @Override
  public int compareTo(DoseRate other) {
    return Long.compare(ngPerKgPerH, other.ngPerKgPerH);
  }
}
