package org.tenuto.control;

import org.jspecify.annotations.Nullable;
import org.tenuto.pk.PredictedConcentrations;

/**
 * Follows what the models predict of the shown order, ten times a second, from the rate that was
 * permitted: as long as the pump is not confirmed at rest, it counts as running. Loop thread only;
 * allocates nothing.
 */
final class ConcentrationWatch {

  /** Plasma is not judged during a bolus phase and until 2 minutes after it. */
  private static final long AFTER_BOLUS_NS = 120_000_000_000L;

  private static final double NS_PER_S = 1e9;

  private @Nullable PredictedConcentrations predicted;
  private long toNs;
  private long bolusEndNs;

  /** Follows another order from now on. */
  void begin(@Nullable PredictedConcentrations ofOrder, long nowNs) {
    predicted = ofOrder;
    toNs = nowNs;
    bolusEndNs = nowNs - AFTER_BOLUS_NS;
  }

  /**
   * Brings the predictions up to now, in whole ticks; after a stall over the whole elapsed time.
   *
   * @param rateNgPerS drug that may be flowing, ng/s
   * @param bolus whether a bolus phase is running
   * @return whether the hard ceiling is reached
   */
  boolean reachesCeiling(double rateNgPerS, boolean bolus, long nowNs) {
    PredictedConcentrations now = predicted;
    if (bolus) {
      bolusEndNs = nowNs;
    }
    long elapsedNs = nowNs - toNs;
    if (now == null || elapsedNs < PredictedConcentrations.TICK_NS) {
      return false;
    }
    if (elapsedNs < 2 * PredictedConcentrations.TICK_NS) {
      now.tick(rateNgPerS);
      toNs += PredictedConcentrations.TICK_NS;
    } else {
      now.advance(rateNgPerS, elapsedNs / NS_PER_S);
      toNs = nowNs;
    }
    return now.reachesHardCeiling(nowNs - bolusEndNs > AFTER_BOLUS_NS);
  }

  /** What is predicted now; null before the first order. */
  @Nullable PredictedConcentrations predicted() {
    return predicted;
  }
}
