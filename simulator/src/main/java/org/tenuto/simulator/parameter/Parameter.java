package org.tenuto.simulator.parameter;

/**
 * One number of the simulated world: what it may be, and who says so.
 *
 * @param name its name in the ward's words
 * @param unit its unit, empty if it has none
 * @param usual its value in the usual world
 * @param lowest lowest value it may have
 * @param highest highest value it may have
 * @param none the value outside the range that stands for "there is no such thing", or NaN
 * @param origin how sure we are of value and range
 * @param note what it does, and the source
 */
public record Parameter(
    String name,
    String unit,
    double usual,
    double lowest,
    double highest,
    double none,
    Origin origin,
    String note) {

  /** A number of something that is always there. */
  public static Parameter of(
      String name,
      String unit,
      double usual,
      double lowest,
      double highest,
      Origin origin,
      String note) {
    return new Parameter(name, unit, usual, lowest, highest, Double.NaN, origin, note);
  }

  /** The same for something that may be absent, which is written as that value. */
  public Parameter orNone(double absent) {
    return new Parameter(name, unit, usual, lowest, highest, absent, origin, note);
  }

  /**
   * Holds a value against the range.
   *
   * @throws IllegalArgumentException with one line that names it, the value and what was expected
   */
  public void check(double value) {
    if (!(lowest <= value && value <= highest) && value != none) {
      throw new IllegalArgumentException(
          name + " " + text(value) + ": expected " + rangeText() + unitText() + noneText());
    }
  }

  /** Lowest and highest value in words. */
  public String rangeText() {
    return text(lowest) + " to " + text(highest);
  }

  /** A value without a superfluous ".0". */
  public static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private String unitText() {
    return unit.isEmpty() ? "" : " " + unit;
  }

  private String noneText() {
    return Double.isNaN(none) ? "" : ", or " + text(none) + " for none";
  }
}
