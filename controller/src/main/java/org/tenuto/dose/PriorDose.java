package org.tenuto.dose;

/**
 * Drug the same person was given before this order.
 *
 * @param drugId drug entry it was given of
 * @param ng how much, at most, ng
 * @param durationS over which time, s; 0 for an injection
 * @param endedAgoS when it ended before now, s; 0 also if the clock can't be trusted
 * @param thisSession whether it belongs to the running session
 * @param declared told by staff, from elsewhere; else from this device's own record
 */
public record PriorDose(
    String drugId, long ng, long durationS, long endedAgoS, boolean thisSession, boolean declared) {

  /** A dose that ended less than so long ago is of the running session: 4 h (our proposal), s. */
  public static final long SESSION_S = 14_400;
}
