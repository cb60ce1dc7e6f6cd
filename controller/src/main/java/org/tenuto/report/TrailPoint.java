package org.tenuto.report;

/**
 * What the record says of an order's delivery at one moment.
 *
 * @param seq its record
 * @param monoNs the moment, monotonic ns
 * @param state of the device
 * @param atRest whether the pump was known to rest
 * @param phase the order was in, counted from 0
 * @param rateNlPerH flow rate from then on; 0 unless the pump was confirmed running
 */
record TrailPoint(
    long seq,
    long monoNs,
    String state,
    boolean atRest,
    int phase,
    long rateNlPerH,
    long commandedNl,
    long atLeastNl,
    long atMostNl) {

  /** Whether more may be delivered after it than it says, with nobody asking. */
  boolean mayMove() {
    return !atRest || state.equals("INFUSING");
  }

  boolean isUnderWay() {
    return Words.isUnderWay(state);
  }

  /** Whether it tells nothing that the one before did not, of an order that is over. */
  boolean isNoNews(TrailPoint before) {
    return !isUnderWay()
        && state.equals(before.state)
        && atRest == before.atRest
        && commandedNl == before.commandedNl
        && atLeastNl == before.atLeastNl
        && atMostNl == before.atMostNl;
  }
}
