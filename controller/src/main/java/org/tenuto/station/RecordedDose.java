package org.tenuto.station;

import org.tenuto.dose.PriorDose;
import org.tenuto.dose.ReadBack;

/** What one order of this device gave, as far as the record tells. Guarded by its history. */
final class RecordedDose {

  private static final long MS_PER_S = 1_000;
  private static final long NS_PER_S = 1_000_000_000;
  private static final long NL_PER_ML = 1_000_000;

  private ReadBack readBack;
  private final boolean demo;
  private final long startNs;
  private long atMostNl;
  private long endNs;
  private long endedWallMs;
  private boolean open = true;

  RecordedDose(ReadBack readBack, boolean demo, long startNs, long wallMs) {
    this.readBack = readBack;
    this.demo = demo;
    this.startNs = startNs;
    this.endNs = startNs;
    this.endedWallMs = wallMs;
  }

  /**
   * Something was heard of it.
   *
   * @param underWay whether its order is infusing or paused
   * @param atRest whether the pump has confirmed that it rests; once it has, this order is over
   */
  void heard(long monoNs, long wallMs, long heardAtMostNl, boolean underWay, boolean atRest) {
    boolean running = underWay || (open && !atRest);
    if (running || heardAtMostNl > atMostNl) {
      endNs = Math.max(endNs, monoNs);
      endedWallMs = wallMs;
      atMostNl = Math.max(atMostNl, heardAtMostNl);
    }
    open = running;
  }

  /** Staff changed the running order. */
  void changed(ReadBack inForce) {
    readBack = inForce;
  }

  /** How long ago it ended is unknown: it counts as ended at this moment. */
  void endedNoEarlierThan(long wallMs) {
    endedWallMs = wallMs;
  }

  boolean isOf(long nonce) {
    return readBack.orderNonce() == nonce;
  }

  boolean isDemo() {
    return demo;
  }

  /**
   * When it ended, ms. One whose end is not on record can have gone on for its whole time after it
   * was last heard of.
   */
  long endedWallMs() {
    return open ? endedWallMs + readBack.durationS() * MS_PER_S : endedWallMs;
  }

  /** How much it gave at most, ng, rounded up: all of the order if its end is not on record. */
  long ng() {
    long nl = open ? Math.max(atMostNl, readBack.volumeNl()) : atMostNl;
    return Math.ceilDiv(
        Math.multiplyExact(nl, readBack.order().concentrationNgPerMl()), NL_PER_ML);
  }

  /** As an earlier dose of an order that is made now. */
  PriorDose priorDose(long nowWallMs) {
    long endedAgoS = Math.max(0, nowWallMs - endedWallMs()) / MS_PER_S;
    return new PriorDose(
        readBack.order().drugId(),
        ng(),
        open ? readBack.durationS() : (endNs - startNs) / NS_PER_S,
        endedAgoS,
        endedAgoS < PriorDose.SESSION_S,
        false);
  }
}
