package org.tenuto.driver.stepper;

/**
 * When the next microstep of a program is due: rate and volume to edges in cycles of 1 ms, in
 * integers, without drift over any time. Loop thread only; allocates nothing.
 *
 * <p>The pace rises by at most the build's acceleration and never exceeds the rate. What is owed is
 * carried from cycle to cycle below one microstep; it grows by the pace alone, so nothing is ever
 * made up for: a cycle that did not happen adds nothing, and takes from the pace what the
 * acceleration may give back. The program ends at the last microstep that is not above its volume:
 * the count is the limit, not the time.
 *
 * <p>Bounds, with those of {@link StepVolume}: a microstep is at most 7.1e13 units, and at the
 * fastest (500/s) a cycle adds half of one: every sum stays below 1.1e14, every product below
 * 6e17.
 */
final class StepPlan {

  private static final long CYCLES_PER_S = 1_000;
  private static final long CYCLES2_PER_S2 = CYCLES_PER_S * CYCLES_PER_S;

  /** More than any pump runs; so that no product leaves its bounds, nL/h. */
  private static final long MOST_NL_PER_H = 1_000_000_000_000L;

  private long stepUnits = 1;
  private long ratePace;
  private long paceRise;
  private long pace;
  private long owed;
  private long targetSteps;
  private long steps;

  /**
   * A new program, from rest.
   *
   * @param rateNlPerH its flow rate
   * @param volumeNl its volume
   * @return false if the build can't run it: no microstep within the volume, or too fast
   */
  boolean begin(StepVolume step, StepperBuild build, long rateNlPerH, long volumeNl) {
    stepUnits = step.stepShare();
    ratePace = step.rateShare(rateNlPerH);
    paceRise = riseOf(stepUnits, build.accelerationStepsPerS2());
    pace = 0;
    owed = 0;
    steps = 0;
    targetSteps = step.stepsWithin(volumeNl);
    return targetSteps > 0
        && rateNlPerH <= MOST_NL_PER_H
        && ratePace <= stepUnits * build.fastestStepsPerS() / CYCLES_PER_S;
  }

  /** By how much the pace may rise in a cycle, rounded down. */
  private static long riseOf(long stepUnits, long stepsPerS2) {
    return stepUnits / CYCLES2_PER_S2 * stepsPerS2
        + stepUnits % CYCLES2_PER_S2 * stepsPerS2 / CYCLES2_PER_S2;
  }

  /**
   * One cycle; whether a microstep is due in it. Never in two cycles in a row.
   *
   * @param missedCycles cycles before this one that did not happen: forfeited
   */
  boolean advance(long missedCycles) {
    if (missedCycles > 0) {
      slowDown(missedCycles);
    }
    pace = Math.min(ratePace, pace + paceRise);
    owed += pace;
    if (owed < stepUnits || isOver()) {
      return false;
    }
    owed -= stepUnits;
    steps++;
    return true;
  }

  private void slowDown(long missedCycles) {
    long cyclesToRest = Math.ceilDiv(pace, paceRise);
    pace = missedCycles >= cyclesToRest ? 0 : pace - missedCycles * paceRise;
  }

  /** Whether the last microstep was made. */
  boolean isOver() {
    return steps == targetSteps;
  }

  /** Microsteps made so far. */
  long steps() {
    return steps;
  }
}
