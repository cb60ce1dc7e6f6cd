package org.tenuto.simulator.patient;

import java.util.List;
import org.tenuto.simulator.parameter.Origin;
import org.tenuto.simulator.parameter.Parameter;

/**
 * What a person is like without drug, and how much of each sign ketamine moves.
 *
 * @param systolicMmHg systolic blood pressure at rest, mmHg
 * @param diastolicMmHg diastolic blood pressure at rest, mmHg
 * @param heartPerMin heart rate at rest, /min
 * @param breathsPerMin breaths at rest, /min
 * @param spo2Percent oxygen saturation at rest, %
 * @param sensitivity how much more the person feels of the same concentration
 */
public record Vitality(
    double systolicMmHg,
    double diastolicMmHg,
    double heartPerMin,
    double breathsPerMin,
    double spo2Percent,
    double sensitivity) {

  private static final Parameter SYSTOLIC = rest("systolic pressure", "mmHg", 122, 80, 180);
  private static final Parameter DIASTOLIC = rest("diastolic pressure", "mmHg", 76, 45, 110);
  private static final Parameter HEART = rest("heart rate", "/min", 72, 40, 120);
  private static final Parameter BREATHS = rest("breaths", "/min", 14, 8, 25);
  private static final Parameter SPO2 = rest("SpO2", "%", 98, 90, 100);
  private static final Parameter SENSITIVITY =
      Parameter.of(
          "sensitivity",
          "",
          1,
          0.3,
          3,
          Origin.CHOSEN,
          "on the concentration; people differ by far more than models");

  /** All of them, in the order of the components. */
  public static final List<Parameter> PARAMETERS =
      List.of(SYSTOLIC, DIASTOLIC, HEART, BREATHS, SPO2, SENSITIVITY);

  /** A grown-up at rest. */
  public static final Vitality USUAL =
      new Vitality(
          SYSTOLIC.usual(),
          DIASTOLIC.usual(),
          HEART.usual(),
          BREATHS.usual(),
          SPO2.usual(),
          SENSITIVITY.usual());

  private static Parameter rest(
      String name, String unit, double usual, double lowest, double highest) {
    return Parameter.of(name, unit, usual, lowest, highest, Origin.CHOSEN, "at rest, a grown-up");
  }

  /**
   * Checks every number.
   *
   * @throws IllegalArgumentException with one line about the first that is out of its range
   */
  public Vitality {
    SYSTOLIC.check(systolicMmHg);
    DIASTOLIC.check(diastolicMmHg);
    HEART.check(heartPerMin);
    BREATHS.check(breathsPerMin);
    SPO2.check(spo2Percent);
    SENSITIVITY.check(sensitivity);
    if (diastolicMmHg >= systolicMmHg) {
      throw new IllegalArgumentException(
          "diastolic pressure "
              + diastolicMmHg
              + " mmHg: expected below the systolic, "
              + systolicMmHg
              + " mmHg");
    }
  }

  /** The same person, feeling that much more or less. */
  public Vitality withSensitivity(double otherSensitivity) {
    return new Vitality(
        systolicMmHg, diastolicMmHg, heartPerMin, breathsPerMin, spo2Percent, otherSensitivity);
  }
}
