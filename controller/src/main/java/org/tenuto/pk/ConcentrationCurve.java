package org.tenuto.pk;

import java.util.List;

/**
 * The concentrations a program of phases leads to, in closed form: the sum of what each phase gives
 * by itself. Starts with no drug in the body. Immutable; any thread; no call allocates.
 */
public final class ConcentrationCurve {

  private final CompartmentModel model;
  private final PkPhase[] phases;
  private final double[] startS;
  private final double endS;

  /**
   * The curve of a program.
   *
   * @param phases one after the other, the first from 0 s; may be empty
   */
  public ConcentrationCurve(CompartmentModel model, List<PkPhase> phases) {
    this.model = model;
    this.phases = phases.toArray(PkPhase[]::new);
    this.startS = new double[this.phases.length];
    double atS = 0;
    for (int i = 0; i < startS.length; i++) {
      startS[i] = atS;
      atS += this.phases[i].durationS();
    }
    this.endS = atS;
  }

  /** When the last phase ends, s. */
  public double endS() {
    return endS;
  }

  /**
   * Concentration in plasma, ng/mL. An instant bolus is in it from its own moment on.
   *
   * @param tS since the start, s, 0 or more
   */
  public double cpNgPerMl(double tS) {
    requireTime(tS);
    double sum = 0;
    for (int i = 0; i < phases.length && startS[i] <= tS; i++) {
      sum += cp(phases[i], tS - startS[i]);
    }
    return sum;
  }

  /**
   * Concentration at the effect site, ng/mL; NaN if the model has none.
   *
   * @param tS since the start, s, 0 or more
   */
  public double ceNgPerMl(double tS) {
    requireTime(tS);
    if (!model.hasKe0()) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = 0; i < phases.length && startS[i] <= tS; i++) {
      sum += ce(phases[i], tS - startS[i]);
    }
    return sum;
  }

  private double cp(PkPhase phase, double sinceS) {
    double givenS = Math.min(sinceS, phase.durationS());
    double afterS = sinceS - givenS;
    double sum = 0;
    for (int i = 0; i < model.modes(); i++) {
      double lambda = model.lambdaPerS(i);
      double meanNg = phase.instantNg() + phase.rateNgPerS() * givenS * Decay.mean(lambda * givenS);
      sum += model.coefficientPerMl(i) * meanNg * Decay.left(lambda * afterS);
    }
    return sum;
  }

  private double ce(PkPhase phase, double sinceS) {
    double givenS = Math.min(sinceS, phase.durationS());
    double afterS = sinceS - givenS;
    double ke0 = model.ke0PerS();
    double sum = 0;
    for (int i = 0; i < model.modes(); i++) {
      double lambda = model.lambdaPerS(i);
      double givenNg = phase.rateNgPerS() * givenS;
      double plasmaNg = phase.instantNg() + givenNg * Decay.mean(lambda * givenS);
      double already = givenNg * givenS * Decay.fedSteadily(lambda * givenS, ke0 * givenS);
      double since = plasmaNg * afterS * Decay.fed(lambda * afterS, ke0 * afterS);
      sum += model.coefficientPerMl(i) * (already * Decay.left(ke0 * afterS) + since);
    }
    return ke0 * sum;
  }

  private static void requireTime(double tS) {
    if (!(tS >= 0 && tS < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("time " + tS + " s: expected 0 or more");
    }
  }
}
