package org.tenuto.station;

import org.tenuto.dose.PriorDose;

/**
 * A dose that staff gave by hand, or that a flush pushed out of the line, as the record has it.
 * Guarded by its history.
 */
final class RecordedHandDose {

  private static final long MS_PER_S = 1_000;

  private final String sessionId;
  private final String drugId;
  private final long ng;
  private long givenWallMs;

  RecordedHandDose(String sessionId, String drugId, long ng, long givenWallMs) {
    this.sessionId = sessionId;
    this.drugId = drugId;
    this.ng = ng;
    this.givenWallMs = givenWallMs;
  }

  boolean isOf(String session) {
    return sessionId.equals(session);
  }

  long givenWallMs() {
    return givenWallMs;
  }

  /** How long ago it was is unknown: it counts as given at this moment. */
  void givenNoEarlierThan(long wallMs) {
    givenWallMs = wallMs;
  }

  /** As an earlier dose of an order that is made now: told by staff, all of it at once. */
  PriorDose priorDose(long nowWallMs) {
    long agoS = Math.max(0, nowWallMs - givenWallMs) / MS_PER_S;
    return new PriorDose(drugId, ng, 0, agoS, agoS < PriorDose.SESSION_S, true);
  }
}
