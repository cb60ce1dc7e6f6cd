package org.tenuto.simulator.patient;

import java.util.SplittableRandom;

/**
 * One person, second by second: how much drug is where, and the vital signs that come of it. One
 * thread; a second allocates nothing.
 */
public final class Patient {

  private static final long NS_PER_S = 1_000_000_000;
  private static final double NL_PER_ML = 1e6;

  private final Body body;
  private final VitalSigns vitalSigns;
  private final double sensitivity;
  private final double drugNgPerMl;

  private long atNs;
  private double furthestNl;

  /**
   * A person without drug.
   *
   * @param drugNgPerMl concentration of what is in the syringe, ng/mL
   * @param seed of what no model explains
   * @param startNs when their time begins, monotonic ns
   */
  public Patient(
      Kinetics kinetics, Vitality vitality, double drugNgPerMl, long seed, long startNs) {
    if (!(drugNgPerMl > 0)) {
      throw new IllegalArgumentException(
          "concentration " + drugNgPerMl + " ng/mL: expected more than 0 ng/mL");
    }
    body = new Body(kinetics);
    vitalSigns = new VitalSigns(vitality, new SplittableRandom(seed));
    sensitivity = vitality.sensitivity();
    this.drugNgPerMl = drugNgPerMl;
    atNs = startNs;
  }

  /**
   * Lets time pass up to now in whole seconds; what came in since the last one, came evenly.
   *
   * @param nowNs monotonic ns, never less than before
   * @param intoVeinNl drug solution that has flowed into the vein so far; what flows back into the
   *     line and returns counts once, nL
   */
  public void advance(long nowNs, double intoVeinNl) {
    long seconds = (nowNs - atNs) / NS_PER_S;
    if (seconds == 0) {
      return;
    }
    double newNl = Math.max(0, intoVeinNl - furthestNl);
    furthestNl += newNl;
    double doseNg = newNl / NL_PER_ML * drugNgPerMl / seconds;
    for (long i = 0; i < seconds; i++) {
      body.second(doseNg);
      vitalSigns.second(sensitivity * body.effectNgPerMl());
    }
    atNs += seconds * NS_PER_S;
  }

  /** Concentration in the plasma, ng/mL. */
  public double plasmaNgPerMl() {
    return body.plasmaNgPerMl();
  }

  /** Concentration at the place of the effect, ng/mL. */
  public double effectNgPerMl() {
    return body.effectNgPerMl();
  }

  /** What has come into the body, ng. */
  public double receivedNg() {
    return furthestNl / NL_PER_ML * drugNgPerMl;
  }

  /** What is in the body, ng. */
  public double presentNg() {
    return body.presentNg();
  }

  /** What was eliminated, ng. */
  public double eliminatedNg() {
    return body.eliminatedNg();
  }

  /** The signs of the last second; one object, valid until the next. */
  public VitalSigns vitalSigns() {
    return vitalSigns;
  }
}
