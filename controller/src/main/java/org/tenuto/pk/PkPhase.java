package org.tenuto.pk;

/**
 * A stretch of a program at one rate, as the models see it; rate 0 is a pause. Or, on paper only,
 * an instant bolus: no time, the whole amount at once.
 *
 * @param rateNgPerS drug rate, ng/s, 0 to 1e12
 * @param durationS how long, s; above 0 and at most 1e9; 0 for an instant bolus only
 * @param bolus whether it is a bolus phase: Cp is not judged in it and for 2 minutes after
 * @param instantNg the amount of an instant bolus, ng, at most 1e15; else 0
 */
public record PkPhase(double rateNgPerS, double durationS, boolean bolus, double instantNg) {

  private static final double LONGEST_S = 1e9;
  private static final double FASTEST_NG_PER_S = 1e12;
  private static final double LARGEST_NG = 1e15;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException in one line naming what is wrong and its value
   */
  public PkPhase {
    require("phase rate", rateNgPerS, FASTEST_NG_PER_S, "ng/s");
    require("phase time", durationS, LONGEST_S, "s");
    require("instant bolus", instantNg, LARGEST_NG, "ng");
    if (instantNg == 0 ? durationS == 0 : durationS != 0 || rateNgPerS != 0 || !bolus) {
      throw new IllegalArgumentException(
          "phase of "
              + durationS
              + " s, "
              + rateNgPerS
              + " ng/s and "
              + instantNg
              + " ng at once: expected a time above 0, or an instant bolus without time and rate");
    }
  }

  /** A phase of a pump's program. */
  public PkPhase(double rateNgPerS, double durationS, boolean bolus) {
    this(rateNgPerS, durationS, bolus, 0);
  }

  /** A bolus that takes no time. For paper: no pump can give it. */
  public static PkPhase instant(double ng) {
    return new PkPhase(0, 0, true, ng);
  }

  /** No drug for a while. */
  public static PkPhase pause(double durationS) {
    return new PkPhase(0, durationS, false, 0);
  }

  /** All the drug it gives, ng. */
  public double totalNg() {
    return instantNg + rateNgPerS * durationS;
  }

  private static void require(String name, double value, double max, String unit) {
    if (!(value >= 0 && value <= max)) {
      throw new IllegalArgumentException(
          name + " " + value + " " + unit + ": expected 0 to " + max + " " + unit);
    }
  }
}
