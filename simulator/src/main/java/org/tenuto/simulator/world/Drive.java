package org.tenuto.simulator.world;

import java.util.List;
import org.tenuto.simulator.parameter.Origin;
import org.tenuto.simulator.parameter.Parameter;

/**
 * The pump's drive: lead screw, pusher, and what its motor can push.
 *
 * @param microstepPm pusher travel of one microstep, pm
 * @param pitchMm pusher travel of one turn of the screw, mm
 * @param screwErrorPercent amplitude of the screw's periodic error, % of the pitch
 * @param backlashMm travel lost by the first move and at each change of direction, mm
 * @param gapMm distance between pusher and plunger when the syringe has been loaded, mm
 * @param forceN what the motor pushes at its slowest, N
 * @param fastForceN what it pushes at full speed, N
 * @param fullSpeedMmPerH full speed, mm/h
 */
public record Drive(
    long microstepPm,
    double pitchMm,
    double screwErrorPercent,
    double backlashMm,
    double gapMm,
    double forceN,
    double fastForceN,
    double fullSpeedMmPerH) {

  private static final Parameter MICROSTEP =
      Parameter.of(
          "microstep",
          "pm",
          212_600,
          10_000,
          10_000_000,
          Origin.CHOSEN,
          "pusher travel of one microstep; this one is of the NE-1000's size");
  private static final Parameter PITCH =
      Parameter.of(
          "screw pitch",
          "mm",
          1,
          0.5,
          8,
          Origin.CHOSEN,
          "pusher travel of one turn; small screws have 1, 1.25 or 2 mm");
  private static final Parameter SCREW_ERROR =
      Parameter.of(
              "screw error",
              "% of the pitch",
              1,
              0.3,
              2,
              Origin.CHOSEN,
              "amplitude of the position error, once a turn")
          .orNone(0);
  private static final Parameter BACKLASH =
      Parameter.of(
              "backlash",
              "mm",
              0.1,
              0.02,
              0.5,
              Origin.CHOSEN,
              "lost by the first move and at each change of direction")
          .orNone(0);
  private static final Parameter GAP =
      Parameter.of(
              "gap",
              "mm",
              0.3,
              0.02,
              2,
              Origin.CHOSEN,
              "between pusher and plunger after loading; closed by a purge")
          .orNone(0);
  private static final Parameter FORCE =
      Parameter.of(
              "motor force",
              "N",
              156,
              20,
              250,
              Origin.UNVERIFIED,
              "at the slowest; 35 lb are remembered of the NE-1000's manual")
          .orNone(Double.POSITIVE_INFINITY);
  private static final Parameter FAST_FORCE =
      Parameter.of(
              "motor force at full speed",
              "N",
              80,
              10,
              250,
              Origin.UNVERIFIED,
              "18 lb are remembered of the NE-1000's manual; in between in proportion")
          .orNone(Double.POSITIVE_INFINITY);
  private static final Parameter FULL_SPEED =
      Parameter.of(
          "full speed", "mm/h", 3_060, 100, 10_000, Origin.PUBLISHED, "NE-1000 manual, §12.5");

  /** All of them, in the order of the components. */
  public static final List<Parameter> PARAMETERS =
      List.of(MICROSTEP, PITCH, SCREW_ERROR, BACKLASH, GAP, FORCE, FAST_FORCE, FULL_SPEED);

  /**
   * Checks every number.
   *
   * @throws IllegalArgumentException with one line about the first that is out of its range
   */
  public Drive {
    MICROSTEP.check((double) microstepPm);
    PITCH.check(pitchMm);
    SCREW_ERROR.check(screwErrorPercent);
    BACKLASH.check(backlashMm);
    GAP.check(gapMm);
    FORCE.check(forceN);
    FAST_FORCE.check(fastForceN);
    FULL_SPEED.check(fullSpeedMmPerH);
  }

  /** A drive as they are. */
  public static Drive usual(long microstepPm) {
    return new Drive(
        microstepPm,
        PITCH.usual(),
        SCREW_ERROR.usual(),
        BACKLASH.usual(),
        GAP.usual(),
        FORCE.usual(),
        FAST_FORCE.usual(),
        FULL_SPEED.usual());
  }

  /** A drive without error, play or limit. */
  public static Drive ideal(long microstepPm) {
    return new Drive(
        microstepPm,
        PITCH.usual(),
        0,
        0,
        0,
        Double.POSITIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        FULL_SPEED.usual());
  }

  /** The same with another play. */
  public Drive withPlay(double otherBacklashMm, double otherGapMm) {
    return new Drive(
        microstepPm,
        pitchMm,
        screwErrorPercent,
        otherBacklashMm,
        otherGapMm,
        forceN,
        fastForceN,
        fullSpeedMmPerH);
  }

  /** The same with another screw error, % of the pitch. */
  public Drive withScrewError(double otherPercent) {
    return new Drive(
        microstepPm,
        pitchMm,
        otherPercent,
        backlashMm,
        gapMm,
        forceN,
        fastForceN,
        fullSpeedMmPerH);
  }

  /** The same with a motor of another force, whatever its speed, N. */
  public Drive withForce(double otherN) {
    return new Drive(
        microstepPm,
        pitchMm,
        screwErrorPercent,
        backlashMm,
        gapMm,
        otherN,
        otherN,
        fullSpeedMmPerH);
  }

  /** What the motor pushes at that speed, N. */
  double forceAtN(double speedMmPerH) {
    if (forceN == Double.POSITIVE_INFINITY) {
      return forceN;
    }
    double share = Math.min(1, Math.abs(speedMmPerH) / fullSpeedMmPerH);
    return forceN + share * (fastForceN - forceN);
  }
}
