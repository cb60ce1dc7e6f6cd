package org.tenuto.pk;

/**
 * A compartment model of one patient, solved: rate constants, central volume and the exponentials
 * of its response. Immutable; any thread.
 *
 * <p>Usually three modes; two if there are two compartments, or if both peripheral ones empty
 * equally fast and so act as one.
 */
public final class CompartmentModel {

  private static final double S_PER_MIN = 60;
  private static final double ML_PER_L = 1000;

  private final RateConstants constants;
  private final double[] lambdaPerS;
  private final double[] perMl;
  private final double ke0PerS;

  /** Solves the model; the parameters were checked when they were made. */
  public CompartmentModel(RateConstants constants) {
    this.constants = constants;
    Eigenmodes modes = solve(constants);
    this.lambdaPerS = modes.lambda();
    this.perMl = modes.weight();
    for (int i = 0; i < perMl.length; i++) {
      lambdaPerS[i] /= S_PER_MIN;
      perMl[i] /= constants.v1L() * ML_PER_L;
    }
    this.ke0PerS = constants.ke0PerMin() / S_PER_MIN;
  }

  private static Eigenmodes solve(RateConstants k) {
    double[] two = {k.k21PerMin()};
    if (k.k13PerMin() == 0) {
      return new Eigenmodes(k.k10PerMin(), two, new double[] {k.k12PerMin()});
    }
    if (k.k21PerMin() == k.k31PerMin()) {
      return new Eigenmodes(k.k10PerMin(), two, new double[] {k.k12PerMin() + k.k13PerMin()});
    }
    boolean secondIsFaster = k.k21PerMin() > k.k31PerMin();
    double[] out = {k.k21PerMin(), k.k31PerMin()};
    double[] in = {k.k12PerMin(), k.k13PerMin()};
    return secondIsFaster
        ? new Eigenmodes(k.k10PerMin(), out, in)
        : new Eigenmodes(k.k10PerMin(), new double[] {out[1], out[0]}, new double[] {in[1], in[0]});
  }

  /** The parameters it was made from. */
  public RateConstants constants() {
    return constants;
  }

  /** How many exponentials there are, 2 or 3. */
  public int modes() {
    return lambdaPerS.length;
  }

  /** An eigenvalue, 1/min; mode 0 is the fastest. */
  public double lambdaPerMin(int mode) {
    return lambdaPerS[mode] * S_PER_MIN;
  }

  /** A half-life, min; mode 0 has the shortest. A property of the curve, no time of recovery. */
  public double halfLifeMin(int mode) {
    return StrictMath.log(2) / lambdaPerMin(mode);
  }

  /** What a bolus of 1 ng adds to Cp in this mode, ng/mL; over all modes 1/V1. */
  public double coefficientPerMl(int mode) {
    return perMl[mode];
  }

  /** Whether it has an effect site, and so a Ce. */
  public boolean hasKe0() {
    return constants.hasKe0();
  }

  double lambdaPerS(int mode) {
    return lambdaPerS[mode];
  }

  double ke0PerS() {
    return ke0PerS;
  }

  /** Elimination clearance, mL/s. */
  double clearanceMlPerS() {
    return constants.k10PerMin() / S_PER_MIN * constants.v1L() * ML_PER_L;
  }
}
