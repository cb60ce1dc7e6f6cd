package org.tenuto.simulator.world;

import java.util.List;
import org.tenuto.simulator.parameter.Origin;
import org.tenuto.simulator.parameter.Parameter;

/**
 * The line from syringe to vein, and what it empties into.
 *
 * @param resistancePaHPerMl pressure per flow rate, Pa per mL/h
 * @param complianceMlPerBar volume it widens by, mL/bar
 * @param deadVolumeMl what is in it from syringe to vein, mL
 * @param sensorMl what is in it from syringe to air sensor, mL
 * @param veinPa pressure in the vein, Pa
 */
public record Line(
    double resistancePaHPerMl,
    double complianceMlPerBar,
    double deadVolumeMl,
    double sensorMl,
    double veinPa) {

  private static final Parameter RESISTANCE =
      Parameter.of(
          "line resistance",
          "Pa per mL/h",
          50 * 133.322 / 100,
          20 * 133.322 / 100,
          200 * 133.322 / 100,
          Origin.CHOSEN,
          "50 mmHg at 100 mL/h, 20 to 200; mostly the catheter, at the far end");
  private static final Parameter COMPLIANCE =
      Parameter.of(
              "line compliance",
              "mL/bar",
              0.05,
              0.02,
              0.2,
              Origin.UNVERIFIED,
              "tubing of PVC or PE, a metre or two; little beside the syringe")
          .orNone(0);
  private static final Parameter DEAD_VOLUME =
      Parameter.of(
          "dead volume",
          "mL",
          1.5,
          0.1,
          5,
          Origin.CHOSEN,
          "from syringe to vein; what an order leaves");
  private static final Parameter SENSOR =
      Parameter.of(
          "air sensor at", "mL", 0.3, 0.05, 5, Origin.CHOSEN, "volume from syringe to air sensor");
  private static final Parameter VEIN =
      Parameter.of(
              "vein pressure", "Pa", 1_333, 400, 2_700, Origin.CHOSEN, "10 mmHg, 3 to 20, at rest")
          .orNone(0);

  /** All of them, in the order of the components. */
  public static final List<Parameter> PARAMETERS =
      List.of(RESISTANCE, COMPLIANCE, DEAD_VOLUME, SENSOR, VEIN);

  /** A line as they are, but rigid, into a vein without pressure. */
  public static final Line RIGID =
      new Line(RESISTANCE.usual(), 0, DEAD_VOLUME.usual(), SENSOR.usual(), 0);

  /** A line as they are. */
  public static final Line USUAL =
      new Line(
          RESISTANCE.usual(),
          COMPLIANCE.usual(),
          DEAD_VOLUME.usual(),
          SENSOR.usual(),
          VEIN.usual());

  /**
   * Checks every number.
   *
   * @throws IllegalArgumentException with one line about the first that is out of its range
   */
  public Line {
    RESISTANCE.check(resistancePaHPerMl);
    COMPLIANCE.check(complianceMlPerBar);
    DEAD_VOLUME.check(deadVolumeMl);
    SENSOR.check(sensorMl);
    VEIN.check(veinPa);
    if (sensorMl > deadVolumeMl) {
      throw new IllegalArgumentException(
          "air sensor at "
              + sensorMl
              + " mL: expected within the line, at most its dead volume of "
              + deadVolumeMl
              + " mL");
    }
  }

  /** The same with another compliance, mL/bar. */
  public Line withCompliance(double otherMlPerBar) {
    return new Line(resistancePaHPerMl, otherMlPerBar, deadVolumeMl, sensorMl, veinPa);
  }

  /** The same with another resistance, Pa per mL/h. */
  public Line withResistance(double otherPaHPerMl) {
    return new Line(otherPaHPerMl, complianceMlPerBar, deadVolumeMl, sensorMl, veinPa);
  }

  /** Pressure at a steady flow, above that of where it flows to, Pa. */
  long pressurePa(double flowMlPerH) {
    return Math.round(flowMlPerH * resistancePaHPerMl);
  }

  /** What flows in a millisecond at a pressure of 1 Pa, nL. */
  double nlPerMsPerPa() {
    // 1 mL/h is 10⁶ nL in 3.6·10⁶ ms.
    return 1 / (3.6 * resistancePaHPerMl);
  }

  /** What it widens by, nL/Pa. */
  double nlPerPa() {
    return 10 * complianceMlPerBar;
  }
}
