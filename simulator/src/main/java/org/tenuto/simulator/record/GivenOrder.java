package org.tenuto.simulator.record;

import org.tenuto.simulator.oracle.Ordered;

/** What was really given of one order. Mutable; one session, one thread. */
final class GivenOrder {

  final long nonce;
  private final long baseNl;
  private final long baseSlippedNl;
  private long totalNl;
  private long highestRateNlPerH;
  private long pushedNl;
  private long slippedNl;
  private long movedNs;

  GivenOrder(long nonce, Ordered ordered, long baseNl, long baseSlippedNl, long nowNs) {
    this.nonce = nonce;
    this.baseNl = baseNl;
    this.baseSlippedNl = baseSlippedNl;
    this.pushedNl = baseNl;
    this.slippedNl = baseSlippedNl;
    this.movedNs = nowNs;
    changed(ordered);
  }

  /** Staff confirmed another dose; nobody can be sure here that it came into force. */
  void changed(Ordered ordered) {
    totalNl = Math.max(totalNl, ordered.totalNl());
    highestRateNlPerH = Math.max(highestRateNlPerH, ordered.highestRateNlPerH());
  }

  void look(long nowPushedNl, long nowSlippedNl, long nowNs) {
    slippedNl = nowSlippedNl;
    if (nowPushedNl != pushedNl) {
      pushedNl = nowPushedNl;
      movedNs = nowNs;
    }
  }

  /** What was pushed out of it, nL. */
  long givenNl() {
    return pushedNl - baseNl;
  }

  /** With the microsteps that slipped, which no sensor sees, nL. */
  long countedNl() {
    return givenNl() + slippedNl - baseSlippedNl;
  }

  /** Volume ordered, nL. */
  long totalNl() {
    return totalNl;
  }

  /** Highest rate ordered, nL/h. */
  long highestRateNlPerH() {
    return highestRateNlPerH;
  }

  /** When the plunger moved last for it, monotonic ns. */
  long movedNs() {
    return movedNs;
  }
}
