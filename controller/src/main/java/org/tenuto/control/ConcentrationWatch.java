package org.tenuto.control;

import org.jspecify.annotations.Nullable;
import org.tenuto.pk.PredictedConcentrations;

/**
 * Follows what the models predict of the shown order, ten times a second. Counted is what may have
 * been delivered: at the permitted rate as long as the pump is not confirmed at rest, and never
 * less than the ledger's <em>at most</em>; what was counted is never taken back. Loop thread only;
 * allocates nothing.
 */
final class ConcentrationWatch {

  /** Plasma is not judged during a bolus phase and until 2 minutes after it. */
  private static final long AFTER_BOLUS_NS = 120_000_000_000L;

  private static final double NS_PER_S = 1e9;
  private static final double S_PER_H = 3_600;
  private static final double NL_PER_ML = 1e6;

  private @Nullable PredictedConcentrations predicted;
  private long concentrationNgPerMl;
  private double countedNl;
  private long toNs;
  private long bolusEndNs;

  /**
   * Follows another order from now on, of which nothing was delivered yet.
   *
   * @param ofOrder what is predicted now; null if nothing can be
   * @param ngPerMl drug in the syringe, ng/mL
   */
  void begin(@Nullable PredictedConcentrations ofOrder, long ngPerMl, long nowNs) {
    predicted = ofOrder;
    concentrationNgPerMl = ngPerMl;
    countedNl = 0;
    toNs = nowNs;
    bolusEndNs = nowNs - AFTER_BOLUS_NS;
  }

  /**
   * Brings the predictions up to now, in whole ticks; after a stall over the whole elapsed time.
   *
   * @param atMostNl the most that can have been delivered of the order
   * @param rateNlPerH flow rate that may be running now; 0 if the pump is known to rest
   * @param bolus whether a bolus phase is running
   * @return whether the hard ceiling is reached
   */
  boolean reachesCeiling(long atMostNl, long rateNlPerH, boolean bolus, long nowNs) {
    PredictedConcentrations now = predicted;
    if (bolus) {
      bolusEndNs = nowNs;
    }
    long elapsedNs = nowNs - toNs;
    if (now == null || elapsedNs < PredictedConcentrations.TICK_NS) {
      return false;
    }
    boolean late = elapsedNs >= 2 * PredictedConcentrations.TICK_NS;
    double dtS = (late ? elapsedNs : PredictedConcentrations.TICK_NS) / NS_PER_S;
    double rateNgPerS = count(atMostNl, rateNlPerH, dtS);
    if (late) {
      now.advance(rateNgPerS, dtS);
      toNs = nowNs;
    } else {
      now.tick(rateNgPerS);
      toNs += PredictedConcentrations.TICK_NS;
    }
    return now.reachesHardCeiling(nowNs - bolusEndNs > AFTER_BOLUS_NS);
  }

  /** Counts what may have flowed in an interval; returns it as a drug rate, ng/s. */
  private double count(long atMostNl, long rateNlPerH, double dtS) {
    double before = countedNl;
    countedNl = Math.max(before + rateNlPerH * dtS / S_PER_H, (double) atMostNl);
    return (countedNl - before) / NL_PER_ML * concentrationNgPerMl / dtS;
  }

  /** How long ago a bolus of the order ended, s; the time plasma is left out for if none did. */
  double bolusEndedAgoS(long nowNs) {
    return (nowNs - bolusEndNs) / NS_PER_S;
  }

  /** What is predicted now; null before the first order. */
  @Nullable PredictedConcentrations predicted() {
    return predicted;
  }
}
