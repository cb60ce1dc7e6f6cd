package org.tenuto.pk;

/**
 * The exponentials a bolus decays in: Cp = D/V1 times the sum of weight times e^(-lambda t).
 *
 * <p>The eigenvalues are the roots of {@code k10 - λ(1 + Σ kIn/(kOut - λ))}, the sum over the
 * peripheral compartments: it falls from plus to minus infinity between any two neighbouring {@code
 * kOut}, so there is exactly one root below, between and above them, and all are real and positive.
 * Each is found by bisection as its distance from the nearer {@code kOut}, down to the last bit, so
 * that the distances, and with them the weights, are exact also where roots and poles nearly meet.
 * (The roots are those of λ³ - aλ² + bλ - c in STANPUMP's notation.)
 */
final class Eigenmodes {

  private final double k10;
  private final double[] out;
  private final double[] in;
  private final double[] lambda;
  private final double[] weight;

  /**
   * Solves the model.
   *
   * @param k10 elimination, any unit of 1/time
   * @param out what leaves each peripheral compartment, the fastest first, none equal, all above 0
   * @param in what enters it, above 0
   */
  Eigenmodes(double k10, double[] out, double[] in) {
    this.k10 = k10;
    this.out = out;
    this.in = in;
    this.lambda = new double[out.length + 1];
    this.weight = new double[out.length + 1];
    solveAbove();
    for (int i = 0; i < out.length; i++) {
      solveBetween(i + 1, out[i], i + 1 < out.length ? out[i + 1] : 0);
    }
  }

  /** The eigenvalues, the fastest first, in the unit of what was given. */
  double[] lambda() {
    return lambda.clone();
  }

  /** The weight of each, 0 to 1, together 1. */
  double[] weight() {
    return weight.clone();
  }

  private void solveAbove() {
    double trace = k10;
    for (int i = 0; i < out.length; i++) {
      trace += out[i] + in[i];
    }
    keep(0, out[0], distance(out[0], 1, trace));
  }

  private void solveBetween(int mode, double upper, double lower) {
    double half = (upper - lower) / 2;
    if (excess(lower, half) > 0) {
      keep(mode, upper, -distance(upper, -1, half));
    } else {
      keep(mode, lower, distance(lower, 1, half));
    }
  }

  /** How far from the origin the root lies in that direction. */
  private double distance(double origin, int direction, double farthest) {
    long near = 0;
    long far = Double.doubleToLongBits(farthest);
    while (far - near > 1) {
      long middle = (near + far) >>> 1;
      boolean beyond = excess(origin, direction * Double.longBitsToDouble(middle)) > 0;
      if (beyond == (direction > 0)) {
        near = middle;
      } else {
        far = middle;
      }
    }
    return Double.longBitsToDouble(far);
  }

  /** Above 0 where the root is greater than origin + delta. */
  private double excess(double origin, double delta) {
    double sum = 1;
    for (int i = 0; i < out.length; i++) {
      sum += in[i] / (out[i] - origin - delta);
    }
    return k10 - (origin + delta) * sum;
  }

  private void keep(int mode, double origin, double delta) {
    double sum = 1;
    for (int i = 0; i < out.length; i++) {
      double gap = out[i] - origin - delta;
      sum += in[i] / gap * (out[i] / gap);
    }
    lambda[mode] = origin + delta;
    weight[mode] = 1 / sum;
  }
}
