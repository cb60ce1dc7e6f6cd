package org.tenuto.telemetry;

/**
 * 200 messages a second, and no more than twelve of them at once: what an outage has left to say is
 * said without a burst, what is fresh at once. One connection's, the next of which comes half a
 * second later at the earliest; one thread.
 */
final class Pace {

  private static final long PERIOD_NS = 5_000_000;
  private static final int AT_ONCE = 12;
  private static final long MOST_NS = AT_ONCE * PERIOD_NS;

  private long savedNs = MOST_NS;
  private long lookedNs;
  private boolean begun;

  /**
   * How many may go now.
   *
   * @param nowNs monotonic ns, never less than before
   */
  int room(long nowNs) {
    if (begun) {
      long passedNs = Math.min(MOST_NS, nowNs - lookedNs);
      savedNs = Math.min(MOST_NS, savedNs + passedNs);
    }
    begun = true;
    lookedNs = nowNs;
    return Math.toIntExact(savedNs / PERIOD_NS);
  }

  /** One went. */
  void spend() {
    savedNs -= PERIOD_NS;
  }
}
