package org.tenuto.dose;

import org.tenuto.quantity.Volume;

/**
 * How far an order had come when staff asked to change what is left of it.
 *
 * @param orderNonce nonce the order was first started with; 0 for an order that changes none
 * @param phase the phase it is in, counted from 0; those before it are over
 * @param phaseAtMostNl the most that can have been delivered of that phase, nL
 * @param infusedS how long the pump has been commanded to run for the order, s, rounded up
 * @param rateNlPerH flow rate that may be running; 0 while the pump rests
 */
public record Progress(
    long orderNonce, int phase, long phaseAtMostNl, long infusedS, long rateNlPerH) {

  /** Of an order that is the first. */
  public static final Progress NONE = new Progress(0, 0, 0, 0, 0);

  /** Whether an order is changed by it. */
  public boolean isChange() {
    return orderNonce != 0;
  }

  /** The most that can have been delivered of the present phase. */
  Volume phaseAtMost() {
    return new Volume(phaseAtMostNl);
  }
}
