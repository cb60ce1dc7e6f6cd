package org.tenuto.simulator.patient;

import java.util.List;
import org.tenuto.simulator.parameter.Origin;
import org.tenuto.simulator.parameter.Parameter;

/**
 * Where racemic ketamine goes in one person: a central compartment, two others, and the place of
 * the effect; rates per minute.
 *
 * @param centralMl volume of the central compartment, mL
 * @param k10 what is eliminated of the central compartment
 * @param k12 what goes from the central to the second
 * @param k13 what goes from the central to the third
 * @param k21 what comes back from the second
 * @param k31 what comes back from the third
 * @param ke0 how fast the place of the effect follows
 */
public record Kinetics(
    double centralMl, double k10, double k12, double k13, double k21, double k31, double ke0) {

  private static final String DOMINO = "Domino 1984, as its later programs have it";

  private static final Parameter CENTRAL =
      Parameter.of(
          "central volume", "mL", 4_410, 1_000, 100_000, Origin.PUBLISHED, "63 mL/kg; " + DOMINO);
  private static final Parameter ELIMINATION = rate("k10", 0.438);
  private static final Parameter TO_SECOND = rate("k12", 0.592);
  private static final Parameter TO_THIRD = rate("k13", 0.590);
  private static final Parameter FROM_SECOND = rate("k21", 0.247);
  private static final Parameter FROM_THIRD = rate("k31", 0.0146);
  private static final Parameter EFFECT =
      Parameter.of(
          "ke0",
          "/min",
          0.238,
          0.01,
          3,
          Origin.PUBLISHED,
          "Navarrete 2024, 0.20 to 0.28 on these kinetics; an endpoint of pain, not of mind");

  /** All of them, in the order of the components; usual for 70 kg. */
  public static final List<Parameter> PARAMETERS =
      List.of(CENTRAL, ELIMINATION, TO_SECOND, TO_THIRD, FROM_SECOND, FROM_THIRD, EFFECT);

  private static Parameter rate(String name, double usual) {
    return Parameter.of(name, "/min", usual, 0.001, 5, Origin.PUBLISHED, DOMINO);
  }

  /**
   * Checks every number.
   *
   * @throws IllegalArgumentException with one line about the first that is out of its range
   */
  public Kinetics {
    CENTRAL.check(centralMl);
    ELIMINATION.check(k10);
    TO_SECOND.check(k12);
    TO_THIRD.check(k13);
    FROM_SECOND.check(k21);
    FROM_THIRD.check(k31);
    EFFECT.check(ke0);
  }

  /** The model of Domino 1984: volumes in proportion to the weight, kg. */
  public static Kinetics domino(double weightKg) {
    return new Kinetics(
        63 * weightKg,
        ELIMINATION.usual(),
        TO_SECOND.usual(),
        TO_THIRD.usual(),
        FROM_SECOND.usual(),
        FROM_THIRD.usual(),
        EFFECT.usual());
  }

  /**
   * The arterial model of Kamp 2020, for 70 kg 25, 56 and 157 L, clearances 84, 161 and 79 L/h;
   * volumes in proportion to the weight, clearances to its power of 0.75. Its ke0 comes from a
   * program (0.1876 ln kg + 0.5932 /min), not from its authors.
   */
  public static Kinetics kamp(double weightKg) {
    double volume = weightKg / 70;
    double clearance = StrictMath.pow(volume, 0.75);
    double central = 25_000 * volume;
    double second = 161_000.0 / 60 * clearance;
    double third = 79_000.0 / 60 * clearance;
    return new Kinetics(
        central,
        84_000.0 / 60 * clearance / central,
        second / central,
        third / central,
        second / (56_000 * volume),
        third / (157_000 * volume),
        0.1876 * StrictMath.log(weightKg) + 0.5932);
  }
}
