package org.tenuto.quantity;

/**
 * A dose rate: drug per body weight and time, not to be confused with a {@link FlowRate}.
 *
 * @param ngPerKgPerH nanograms per kilogram and hour, never negative (1 mg/kg/h = 1,000,000)
 */
public record DoseRate(long ngPerKgPerH) {

  public DoseRate {
    if (ngPerKgPerH < 0) {
      throw new IllegalArgumentException(
          "dose rate " + ngPerKgPerH + " ng/kg/h: expected 0 or more");
    }
  }
}
