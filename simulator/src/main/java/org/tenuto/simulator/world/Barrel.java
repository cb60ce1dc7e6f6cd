package org.tenuto.simulator.world;

import java.util.List;
import org.tenuto.simulator.parameter.Origin;
import org.tenuto.simulator.parameter.Parameter;

/**
 * The syringe that is really loaded.
 *
 * @param diameterMm inner diameter that its brand states, mm
 * @param diameterErrorPercent how much wider this one is, %
 * @param loadedMl what is in it, mL
 * @param complianceMlPerBar volume it gives way by, rod and mount included, mL/bar
 * @param stiffnessNPerMm how stiff rod and mount are, N/mm
 * @param stictionN force that sets a stopper in motion that has long been at rest, N
 * @param frictionN force that keeps it in motion, N
 * @param ageingS time at rest after which stiction is back in full, s
 */
public record Barrel(
    double diameterMm,
    double diameterErrorPercent,
    double loadedMl,
    double complianceMlPerBar,
    double stiffnessNPerMm,
    double stictionN,
    double frictionN,
    double ageingS) {

  private static final double NL_PER_PA_PER_ML_PER_BAR = 10;

  private static final Parameter DIAMETER =
      Parameter.of(
          "inner diameter",
          "mm",
          26.6,
          4,
          50,
          Origin.PUBLISHED,
          "of the brand that is loaded, whatever the pump was told: BD Plastipak 50 mL in pump"
              + " tables; Omnifix 50 mL has 28.9, approximately");
  private static final Parameter DIAMETER_ERROR =
      Parameter.of(
          "diameter tolerance",
          "%",
          0,
          -1,
          1,
          Origin.CHOSEN,
          "how much wider this very barrel is; ±0.5 is usual");
  private static final Parameter LOADED =
      Parameter.of(
              "loaded volume",
              "mL",
              50,
              0.1,
              60,
              Origin.CHOSEN,
              "after which the stopper is at the end")
          .orNone(Double.POSITIVE_INFINITY);
  private static final Parameter COMPLIANCE =
      Parameter.of(
              "syringe compliance",
              "mL/bar",
              1.2,
              0.2,
              2.1,
              Origin.PUBLISHED,
              "0.9 to 2.1 for 50 mL (Snijder 2015, 53 studies); about 0.25 for 10 mL, our estimate;"
                  + " the rod's share is in it")
          .orNone(0);
  private static final Parameter STIFFNESS =
      Parameter.of(
              "rod stiffness",
              "N/mm",
              120,
              60,
              300,
              Origin.CHOSEN,
              "rod and mount; the 6 N between stiction and friction make jumps of 0.02 to 0.1 mm")
          .orNone(Double.POSITIVE_INFINITY);
  private static final Parameter STICTION =
      Parameter.of(
              "stiction",
              "N",
              12,
              5,
              20,
              Origin.UNVERIFIED,
              "sets a stopper in motion that has long been at rest")
          .orNone(0);
  private static final Parameter FRICTION =
      Parameter.of(
              "friction", "N", 6, 3, 8, Origin.UNVERIFIED, "keeps the stopper in motion")
          .orNone(0);
  private static final Parameter AGEING =
      Parameter.of(
          "ageing",
          "s",
          300,
          10,
          3_600,
          Origin.CHOSEN,
          "time at rest until stiction is back in full, linearly; with the usual numbers a 50 mL"
              + " syringe sticks and slips below 0.3 mL/h");

  /** All of them, in the order of the components. */
  public static final List<Parameter> PARAMETERS =
      List.of(
          DIAMETER, DIAMETER_ERROR, LOADED, COMPLIANCE, STIFFNESS, STICTION, FRICTION, AGEING);

  /**
   * Checks every number.
   *
   * @throws IllegalArgumentException with one line about the first that is out of its range
   */
  public Barrel {
    DIAMETER.check(diameterMm);
    DIAMETER_ERROR.check(diameterErrorPercent);
    LOADED.check(loadedMl);
    COMPLIANCE.check(complianceMlPerBar);
    STIFFNESS.check(stiffnessNPerMm);
    STICTION.check(stictionN);
    FRICTION.check(frictionN);
    AGEING.check(ageingS);
    if (frictionN > stictionN) {
      throw new IllegalArgumentException(
          "friction " + frictionN + " N: expected at most the stiction, " + stictionN + " N");
    }
    checkRodShare(Math.PI / 4 * diameterMm * diameterMm, complianceMlPerBar, stiffnessNPerMm);
  }

  /** Either nothing gives way, or rod and walls both do. */
  private static void checkRodShare(double areaMm2, double mlPerBar, double stiffnessNPerMm) {
    double rodMlPerBar = areaMm2 * areaMm2 / stiffnessNPerMm * 1e-4;
    boolean rigid = mlPerBar == 0 && rodMlPerBar == 0;
    if (!rigid && (rodMlPerBar >= mlPerBar || rodMlPerBar == 0)) {
      throw new IllegalArgumentException(
          "syringe compliance "
              + mlPerBar
              + " mL/bar: expected more than the rod's share of "
              + rodMlPerBar
              + " mL/bar, and a rod that bends unless nothing does");
    }
  }

  /** Whether nothing of it gives way. */
  boolean rigid() {
    return complianceMlPerBar == 0;
  }

  /** A full 50 mL syringe as they are, of that inner diameter, µm. */
  public static Barrel usual(long diameterUm) {
    return new Barrel(
        diameterUm / 1e3,
        DIAMETER_ERROR.usual(),
        LOADED.usual(),
        COMPLIANCE.usual(),
        STIFFNESS.usual(),
        STICTION.usual(),
        FRICTION.usual(),
        AGEING.usual());
  }

  /** A rigid one without friction and without end. */
  public static Barrel ideal(long diameterUm) {
    return new Barrel(
        diameterUm / 1e3,
        0,
        Double.POSITIVE_INFINITY,
        0,
        Double.POSITIVE_INFINITY,
        0,
        0,
        AGEING.usual());
  }

  /** The same with another compliance, mL/bar. */
  public Barrel withCompliance(double otherMlPerBar) {
    return new Barrel(
        diameterMm,
        diameterErrorPercent,
        loadedMl,
        otherMlPerBar,
        stiffnessNPerMm,
        stictionN,
        frictionN,
        ageingS);
  }

  /** The same with another friction, N. */
  public Barrel withFriction(double otherStictionN, double otherFrictionN) {
    return new Barrel(
        diameterMm,
        diameterErrorPercent,
        loadedMl,
        complianceMlPerBar,
        stiffnessNPerMm,
        otherStictionN,
        otherFrictionN,
        ageingS);
  }

  /** The same with another volume in it, mL. */
  public Barrel withLoaded(double otherMl) {
    return new Barrel(
        diameterMm,
        diameterErrorPercent,
        otherMl,
        complianceMlPerBar,
        stiffnessNPerMm,
        stictionN,
        frictionN,
        ageingS);
  }

  /** The same, as much wider as that, %. */
  public Barrel withDiameterError(double otherPercent) {
    return new Barrel(
        diameterMm,
        otherPercent,
        loadedMl,
        complianceMlPerBar,
        stiffnessNPerMm,
        stictionN,
        frictionN,
        ageingS);
  }

  /** Cross-section of this very barrel, mm². */
  double areaMm2() {
    double trueMm = diameterMm * (1 + diameterErrorPercent / 100);
    return Math.PI / 4 * trueMm * trueMm;
  }

  /** What barrel and stopper give way by, without rod and mount, nL/Pa. */
  double wallNlPerPa() {
    return NL_PER_PA_PER_ML_PER_BAR * complianceMlPerBar - rodNlPerPa();
  }

  /** What rod and mount give way by, nL/Pa. */
  double rodNlPerPa() {
    return areaMm2() * areaMm2() / stiffnessNPerMm * 1e-3;
  }
}
