package org.tenuto.simulator.patient;

/**
 * How much drug is where in one person, second by second. One thread; a step allocates nothing.
 */
final class Body {

  private static final int CENTRAL = 0;
  private static final int SECOND = 1;
  private static final int THIRD = 2;
  private static final int EFFECT = 3;
  private static final int GONE = 4;
  private static final int PLACES = 5;

  private static final double MIN_PER_S = 1.0 / 60;

  private final Kinetics kinetics;

  /** Amounts, ng; at the place of the effect the concentration, ng/mL. */
  private final double[] state = new double[PLACES];

  private final double[] tried = new double[PLACES];
  private final double[] slope = new double[PLACES];
  private final double[] sum = new double[PLACES];

  Body(Kinetics kinetics) {
    this.kinetics = kinetics;
  }

  /** Lets a second pass in which so much drug comes in evenly, ng. */
  void second(double doseNg) {
    double doseNgPerMin = doseNg / MIN_PER_S;
    System.arraycopy(state, 0, tried, 0, PLACES);
    slopes(doseNgPerMin);
    take(1, 0.5);
    slopes(doseNgPerMin);
    take(2, 0.5);
    slopes(doseNgPerMin);
    take(2, 1);
    slopes(doseNgPerMin);
    for (int i = 0; i < PLACES; i++) {
      state[i] += MIN_PER_S / 6 * (sum[i] + slope[i]);
      sum[i] = 0;
    }
  }

  /** Notes the slopes with that weight and goes along them from the start by that share. */
  private void take(int weight, double share) {
    for (int i = 0; i < PLACES; i++) {
      sum[i] += weight * slope[i];
      tried[i] = state[i] + share * MIN_PER_S * slope[i];
    }
  }

  private void slopes(double doseNgPerMin) {
    double toSecond = kinetics.k12() * tried[CENTRAL] - kinetics.k21() * tried[SECOND];
    double toThird = kinetics.k13() * tried[CENTRAL] - kinetics.k31() * tried[THIRD];
    double gone = kinetics.k10() * tried[CENTRAL];
    slope[CENTRAL] = doseNgPerMin - gone - toSecond - toThird;
    slope[SECOND] = toSecond;
    slope[THIRD] = toThird;
    slope[EFFECT] = kinetics.ke0() * (tried[CENTRAL] / kinetics.centralMl() - tried[EFFECT]);
    slope[GONE] = gone;
  }

  /** Concentration in the plasma, ng/mL. */
  double plasmaNgPerMl() {
    return state[CENTRAL] / kinetics.centralMl();
  }

  /** Concentration at the place of the effect, ng/mL. */
  double effectNgPerMl() {
    return state[EFFECT];
  }

  /** What is in the body, ng. */
  double presentNg() {
    return state[CENTRAL] + state[SECOND] + state[THIRD];
  }

  /** What was eliminated, ng. */
  double eliminatedNg() {
    return state[GONE];
  }
}
