package org.tenuto.simulator.accuracy;

import java.util.OptionalDouble;

/**
 * How long an infusion takes to come up to its rate. Times are ends of samples, so that each is
 * known to half a minute.
 *
 * @param firstFlowMin end of the first sample with 10 % of the set rate, min; empty if none had it
 * @param steadyMin end of the first of the samples that to the end were all within ±10 % of the set
 *     rate, min; empty if these are less than half an hour
 */
record StartUp(OptionalDouble firstFlowMin, OptionalDouble steadyMin) {

  /** What counts as flow, and how far from the set rate is still at it: our choice, %. */
  static final double TENTH_PERCENT = 10;

  /** What is within for less is not called steady: our choice, min. */
  static final double STEADY_MIN = 30;

  /**
   * Reads it from a whole run.
   *
   * @param run from the start on
   * @param setMlPerH set rate, mL/h, above 0
   */
  static StartUp of(FlowSamples run, double setMlPerH) {
    double tenthMlPerH = setMlPerH * TENTH_PERCENT / 100;
    int firstFlow = 0;
    while (firstFlow < run.count() && run.mlPerH(firstFlow) < tenthMlPerH) {
      firstFlow++;
    }
    int steady = run.count();
    while (steady > 0 && Math.abs(run.mlPerH(steady - 1) - setMlPerH) <= tenthMlPerH) {
      steady--;
    }
    int latest = run.count() - FlowSamples.intervals(STEADY_MIN);
    return new StartUp(endMin(firstFlow, run.count() - 1), endMin(steady, latest));
  }

  private static OptionalDouble endMin(int sample, int latest) {
    return sample <= latest
        ? OptionalDouble.of(FlowSamples.endMin(sample))
        : OptionalDouble.empty();
  }
}
