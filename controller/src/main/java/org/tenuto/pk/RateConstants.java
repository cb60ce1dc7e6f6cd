package org.tenuto.pk;

/**
 * The parameters of a mammillary model as the literature prints them: central compartment 1 with
 * elimination, peripheral compartments 2 and 3. Two compartments: {@code k13} and {@code k31} 0.
 *
 * @param v1L central volume of distribution, L, above 0, at most 1e6
 * @param k10PerMin elimination, 1/min, 1e-9 to 1e4, as the others
 * @param k12PerMin from compartment 1 to 2
 * @param k21PerMin back
 * @param k13PerMin from compartment 1 to 3, or 0
 * @param k31PerMin back, or 0
 * @param ke0PerMin equilibration of the effect site, or NaN if the model has none
 */
public record RateConstants(
    double v1L,
    double k10PerMin,
    double k12PerMin,
    double k21PerMin,
    double k13PerMin,
    double k31PerMin,
    double ke0PerMin) {

  private static final double SLOWEST_PER_MIN = 1e-9;
  private static final double FASTEST_PER_MIN = 1e4;
  private static final double SMALLEST_L = 1e-6;
  private static final double LARGEST_L = 1e6;

  /** For a model without an effect site. */
  public static final double NO_KE0 = Double.NaN;

  /**
   * Checks every parameter.
   *
   * @throws IllegalArgumentException in one line naming the parameter and its value
   */
  public RateConstants {
    require("V1", v1L, SMALLEST_L, LARGEST_L, "L");
    requireRate("k10", k10PerMin);
    requireRate("k12", k12PerMin);
    requireRate("k21", k21PerMin);
    if (k13PerMin != 0 || k31PerMin != 0) {
      requireRate("k13", k13PerMin);
      requireRate("k31", k31PerMin);
    }
    if (!Double.isNaN(ke0PerMin)) {
      requireRate("ke0", ke0PerMin);
    }
  }

  /**
   * From volumes and clearances, all three compartments: k10 = CL/V1, k12 = Q2/V1, k21 = Q2/V2, k13
   * = Q3/V1, k31 = Q3/V3.
   *
   * @throws IllegalArgumentException in one line naming the parameter and its value
   */
  static RateConstants ofClearances(
      double v1L, double clLPerMin, Peripheral second, Peripheral third, double ke0PerMin) {
    return new RateConstants(
        v1L,
        clLPerMin / v1L,
        second.qLPerMin() / v1L,
        second.qLPerMin() / second.vL(),
        third.qLPerMin() / v1L,
        third.qLPerMin() / third.vL(),
        ke0PerMin);
  }

  /**
   * A peripheral compartment.
   *
   * @param qLPerMin clearance between it and the central one, L/min
   * @param vL its volume of distribution, L
   */
  record Peripheral(double qLPerMin, double vL) {}

  /** Whether there is an effect site. */
  public boolean hasKe0() {
    return !Double.isNaN(ke0PerMin);
  }

  private static void requireRate(String name, double perMin) {
    require(name, perMin, SLOWEST_PER_MIN, FASTEST_PER_MIN, "/min");
  }

  private static void require(String name, double value, double min, double max, String unit) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(
          name + " " + value + " " + unit + ": expected " + min + " to " + max + " " + unit);
    }
  }
}
