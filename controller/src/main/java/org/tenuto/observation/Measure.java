package org.tenuto.observation;

import java.math.BigDecimal;

/**
 * What staff observe of a patient: vital signs, and scales by their total. A value is a whole number
 * of the measure's smallest step: 1 of its unit, of the temperature 0.1 °C.
 *
 * <p>The ranges keep slips of the finger out, they judge nobody: what is outside is not a value that
 * a monitor shows of a living adult, or not on the scale. Ranges of vital signs are defaults of this
 * project; those of CADSS (23 items of 0 to 4) and CADSS-6 (items 1, 2, 6, 7, 15, 22) are from
 * Rodrigues 2021, J Affect Disord 282:160, the others are the scales' own. Of a scale the score is
 * kept, never its wording: that is copyrighted.
 */
public enum Measure {
  SYSTOLIC("Systolic pressure", "mmHg", 40, 280, 0),
  DIASTOLIC("Diastolic pressure", "mmHg", 20, 180, 0),
  HEART_RATE("Heart rate", "/min", 20, 300, 0),
  SPO2("SpO2", "%", 40, 100, 0),
  /** 0 is no breath counted. */
  RESPIRATION("Respiration", "/min", 0, 60, 0),
  TEMPERATURE("Temperature", "\u00b0C", 300, 430, 1),
  /** 5 responds readily to its name, 0 does not respond. */
  MOAA_S("MOAA/S", "", 0, 5, 0),
  CADSS_6("CADSS-6", "", 0, 24, 0),
  CADSS("CADSS", "", 0, 92, 0),
  DISTRESS("Distress", "", 0, 10, 0),
  NAUSEA("Nausea", "", 0, 10, 0),
  PAIN("Pain", "", 0, 10, 0),
  MOOD("Mood", "", 0, 10, 0),
  /** -5 unarousable to 4 combative. */
  RASS("RASS", "", -5, 4, 0),
  MADRS("MADRS", "", 0, 60, 0),
  PHQ_9("PHQ-9", "", 0, 27, 0),
  QIDS("QIDS", "", 0, 27, 0),
  PCL_5("PCL-5", "", 0, 80, 0);

  private final String title;
  private final String unit;
  private final int lowest;
  private final int highest;
  private final int decimals;

  Measure(String title, String unit, int lowest, int highest, int decimals) {
    this.title = title;
    this.unit = unit;
    this.lowest = lowest;
    this.highest = highest;
    this.decimals = decimals;
  }

  /** What staff call it. */
  public String title() {
    return title;
  }

  /** Its unit as it is written behind a number; empty for a scale. */
  public String unit() {
    return unit;
  }

  /** Whether it is a scale, not a vital sign. */
  public boolean isScale() {
    return ordinal() >= MOAA_S.ordinal();
  }

  /** The lowest value that can be entered, in its smallest step. */
  public int lowest() {
    return lowest;
  }

  /** The highest value that can be entered, in its smallest step. */
  public int highest() {
    return highest;
  }

  /** Decimals of its smallest step. */
  public int decimals() {
    return decimals;
  }

  /** Whether it can be entered at all. */
  public boolean canBe(int value) {
    return value >= lowest && value <= highest;
  }

  /** A value as number alone, e.g. {@code 36.5}. */
  public String number(int value) {
    return BigDecimal.valueOf(value, decimals).toPlainString();
  }

  /** A value as staff read it, e.g. {@code 142 mmHg}, {@code 98 %}, {@code 4}. */
  public String text(int value) {
    return unit.isEmpty() ? number(value) : number(value) + " " + unit;
  }

  /** What can be entered, e.g. {@code 40 to 280 mmHg}. */
  public String range() {
    return number(lowest) + " to " + text(highest);
  }
}
