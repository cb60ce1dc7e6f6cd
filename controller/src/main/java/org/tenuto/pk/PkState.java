package org.tenuto.pk;

import java.util.Arrays;

/**
 * The drug in a model's body now: Cp as its exponentials, and Ce. Starts empty.
 *
 * <p>Mutable; belongs to one thread; no call allocates. Steps are exact for a rate that is constant
 * in them; nothing here rounds more than a double does.
 */
public final class PkState {

  private final CompartmentModel model;
  private final double[] modeNgPerMl;
  private double effectNgPerMl;

  /** An empty body. */
  public PkState(CompartmentModel model) {
    this.model = model;
    this.modeNgPerMl = new double[model.modes()];
  }

  /** The model it is a state of. */
  public CompartmentModel model() {
    return model;
  }

  /**
   * Goes on by one step whose constants were made before. No exponential is computed.
   *
   * @param step of the same model
   * @param rateNgPerS drug rate during the step, ng/s, 0 or more
   * @throws IllegalArgumentException if the step is another model's or the rate is no such number
   */
  public void advance(PkStep step, double rateNgPerS) {
    if (step.model() != model) {
      throw new IllegalArgumentException("a step of another model");
    }
    requireAmount("rate", rateNgPerS, "ng/s");
    double effect = effectNgPerMl * step.ceLeft + rateNgPerS * step.cePerNgPerS;
    for (int i = 0; i < modeNgPerMl.length; i++) {
      double mode = modeNgPerMl[i];
      effect += mode * step.cePerCp[i];
      modeNgPerMl[i] = mode * step.left[i] + rateNgPerS * step.cpPerNgPerS[i];
    }
    effectNgPerMl = effect;
  }

  /**
   * Goes on by any time.
   *
   * @param rateNgPerS drug rate meanwhile, ng/s, 0 or more
   * @param dtS how long, s, 0 to 1e9
   * @throws IllegalArgumentException naming what is no such number
   */
  public void advance(double rateNgPerS, double dtS) {
    requireAmount("rate", rateNgPerS, "ng/s");
    if (dtS == 0) {
      return;
    }
    Durations.require("time", dtS);
    double ke0 = model.hasKe0() ? model.ke0PerS() : 0;
    double givenNg = rateNgPerS * dtS;
    double effect = effectNgPerMl * Decay.left(ke0 * dtS);
    for (int i = 0; i < modeNgPerMl.length; i++) {
      double x = model.lambdaPerS(i) * dtS;
      double perMl = model.coefficientPerMl(i);
      double fed = modeNgPerMl[i] * Decay.fed(x, ke0 * dtS);
      double given = givenNg * perMl * Decay.fedSteadily(x, ke0 * dtS);
      effect += ke0 * dtS * (fed + given);
      modeNgPerMl[i] = modeNgPerMl[i] * Decay.left(x) + givenNg * perMl * Decay.mean(x);
    }
    effectNgPerMl = effect;
  }

  /**
   * Adds an amount to the central compartment at once.
   *
   * @param ng 0 or more
   * @throws IllegalArgumentException if it is no such number
   */
  public void addBolus(double ng) {
    requireAmount("bolus", ng, "ng");
    for (int i = 0; i < modeNgPerMl.length; i++) {
      modeNgPerMl[i] += ng * model.coefficientPerMl(i);
    }
  }

  /** Adds what another state of the same model holds: doses act independently. */
  void add(PkState other) {
    requireSameModel(other);
    for (int i = 0; i < modeNgPerMl.length; i++) {
      modeNgPerMl[i] += other.modeNgPerMl[i];
    }
    effectNgPerMl += other.effectNgPerMl;
  }

  /** Takes over another state of the same model. */
  public void copyFrom(PkState other) {
    requireSameModel(other);
    System.arraycopy(other.modeNgPerMl, 0, modeNgPerMl, 0, modeNgPerMl.length);
    effectNgPerMl = other.effectNgPerMl;
  }

  /** Empties the body. */
  public void clear() {
    Arrays.fill(modeNgPerMl, 0);
    effectNgPerMl = 0;
  }

  /** Concentration in plasma, ng/mL. */
  public double cpNgPerMl() {
    double sum = 0;
    for (double mode : modeNgPerMl) {
      sum += mode;
    }
    return sum;
  }

  /** Concentration at the effect site, ng/mL; NaN if the model has none. */
  public double ceNgPerMl() {
    return model.hasKe0() ? effectNgPerMl : Double.NaN;
  }

  /** All drug still in the body, ng: what the elimination clearance has yet to remove. */
  public double inBodyNg() {
    double areaNgSPerMl = 0;
    for (int i = 0; i < modeNgPerMl.length; i++) {
      areaNgSPerMl += modeNgPerMl[i] / model.lambdaPerS(i);
    }
    return areaNgSPerMl * model.clearanceMlPerS();
  }

  private void requireSameModel(PkState other) {
    if (other.model != model) {
      throw new IllegalArgumentException("a state of another model");
    }
  }

  private static void requireAmount(String name, double value, String unit) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " " + value + " " + unit + ": expected 0 or more");
    }
  }
}
