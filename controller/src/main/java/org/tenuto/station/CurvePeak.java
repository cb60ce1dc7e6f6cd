package org.tenuto.station;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.NullMarked;

/**
 * The highest point of a curve.
 *
 * @param atS when it is, s
 * @param ngPerMl how high it is
 */
@NullMarked
record CurvePeak(double atS, double ngPerMl) {

  private static final double FIRST_STEP_S = 0.5;
  private static final double STEPS_SINCE_CHANGE = 64;

  /** The highest of the curve at these times. */
  static CurvePeak of(DoubleUnaryOperator ngPerMlAtS, List<Double> times) {
    CurvePeak peak = new CurvePeak(0, -1);
    for (double tS : times) {
      double ngPerMl = ngPerMlAtS.applyAsDouble(tS);
      if (ngPerMl > peak.ngPerMl) {
        peak = new CurvePeak(tS, ngPerMl);
      }
    }
    return peak;
  }

  /**
   * Times dense enough for a peak to 0.1 % and for a line without corners: from half a second after
   * each change of rate, wider with the time since; every end of a phase, and the moment before.
   */
  static List<Double> times(List<PhaseText> program, double untilS) {
    List<Double> times = new ArrayList<>();
    double startS = 0;
    for (PhaseText phase : program) {
      stretch(times, startS, Math.min(untilS, startS + phase.s()));
      startS += phase.s();
    }
    stretch(times, startS, untilS);
    return times;
  }

  private static void stretch(List<Double> times, double startS, double endS) {
    double tS = startS;
    while (tS < endS) {
      times.add(tS);
      tS += Math.max(FIRST_STEP_S, (tS - startS) / STEPS_SINCE_CHANGE);
    }
    if (startS <= endS) {
      times.add(Math.max(startS, Math.nextDown(endS)));
      times.add(endS);
    }
  }
}
