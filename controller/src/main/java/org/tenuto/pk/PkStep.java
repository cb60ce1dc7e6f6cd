package org.tenuto.pk;

/**
 * The constants of one step of fixed length, made once so that stepping needs no exponential.
 * Immutable; any thread. For many short steps a step is exact to rounding, whatever its length.
 */
public final class PkStep {

  private final CompartmentModel model;
  private final double dtS;
  final double[] left;
  final double[] cpPerNgPerS;
  final double[] cePerCp;
  final double ceLeft;
  final double cePerNgPerS;

  /**
   * The constants for one model and length.
   *
   * @param dtS length, s, above 0 and at most 1e9
   * @throws IllegalArgumentException naming the length, if it is anything else
   */
  public PkStep(CompartmentModel model, double dtS) {
    this.model = model;
    this.dtS = Durations.require("step", dtS);
    int modes = model.modes();
    this.left = new double[modes];
    this.cpPerNgPerS = new double[modes];
    this.cePerCp = new double[modes];
    double ke0 = model.hasKe0() ? model.ke0PerS() : 0;
    double sum = 0;
    for (int i = 0; i < modes; i++) {
      double x = model.lambdaPerS(i) * dtS;
      left[i] = Decay.left(x);
      cpPerNgPerS[i] = model.coefficientPerMl(i) * dtS * Decay.mean(x);
      cePerCp[i] = ke0 * dtS * Decay.fed(x, ke0 * dtS);
      sum += model.coefficientPerMl(i) * Decay.fedSteadily(x, ke0 * dtS);
    }
    this.cePerNgPerS = ke0 * dtS * dtS * sum;
    this.ceLeft = Decay.left(ke0 * dtS);
  }

  /** Its length, s. */
  public double dtS() {
    return dtS;
  }

  CompartmentModel model() {
    return model;
  }
}
