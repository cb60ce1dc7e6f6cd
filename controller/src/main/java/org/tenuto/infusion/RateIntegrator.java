package org.tenuto.infusion;

/**
 * Turns a flow rate and elapsed time into whole nanolitres and carries the remainder, so that days
 * of cycles drift by nothing.
 *
 * <p>Rates up to 2,200 mL/h; intervals up to 11 days. Loop thread only; allocates nothing.
 */
public final class RateIntegrator {

  private static final long NS_PER_S = 1_000_000_000;
  private static final long S_PER_H = 3_600;

  /** 1 nL in units of (nL/h) × ns. */
  private static final long UNITS_PER_NL = S_PER_H * NS_PER_S;

  /** Highest rate taken, nL/h: the product with one second of ns stays below 63 bits. */
  public static final long MAX_RATE_NL_PER_H = 2_200_000_000L;

  /** Longest interval taken, ns. */
  public static final long MAX_INTERVAL_NS = 1_000_000L * NS_PER_S;

  private long remainder;

  /** Forgets the remainder: a new order begins. */
  public void reset() {
    remainder = 0;
  }

  /**
   * Adds an interval at a rate.
   *
   * @param rateNlPerH 0 to {@link #MAX_RATE_NL_PER_H}
   * @param intervalNs 0 to {@link #MAX_INTERVAL_NS}
   * @return whole nL completed by this interval, the rest is carried
   */
  public long advance(long rateNlPerH, long intervalNs) {
    if (rateNlPerH < 0 || rateNlPerH > MAX_RATE_NL_PER_H) {
      throw new IllegalArgumentException("rate out of range");
    }
    if (intervalNs < 0 || intervalNs > MAX_INTERVAL_NS) {
      throw new IllegalArgumentException("interval out of range");
    }
    // Whole seconds apart from the rest: (nL/h) × ns would overflow after seconds.
    long bySeconds = rateNlPerH * (intervalNs / NS_PER_S);
    long units =
        (bySeconds % S_PER_H) * NS_PER_S + rateNlPerH * (intervalNs % NS_PER_S) + remainder;
    remainder = units % UNITS_PER_NL;
    return bySeconds / S_PER_H + units / UNITS_PER_NL;
  }
}
