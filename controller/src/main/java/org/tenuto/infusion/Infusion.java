package org.tenuto.infusion;

import org.jspecify.annotations.Nullable;
import org.tenuto.dose.ReadBack;
import org.tenuto.pump.DeliveryLedger;

/**
 * The order that is shown, running or last ran: its state, its read-back and its ledger. Loop
 * thread only; allocates nothing.
 */
public final class Infusion {

  private final DeliveryLedger ledger = new DeliveryLedger();
  private final RateIntegrator integrator = new RateIntegrator();
  private InfusionState state = InfusionState.SELF_TEST;
  private NotDeliveringReason reason = NotDeliveringReason.NO_ORDER;
  private @Nullable ReadBack readBack;
  private boolean programmed;

  /** Lets an event act; returns whether the state changed. */
  public boolean apply(InfusionEvent event, NotDeliveringReason because) {
    InfusionState before = state;
    state = InfusionTransitions.next(before, event);
    if (state == before) {
      return false;
    }
    reason = because;
    return true;
  }

  /** Shows a new order: the last one's ledger is over. */
  public void show(ReadBack shown) {
    readBack = shown;
    ledger.begin(shown.volumeNl());
    integrator.reset();
    programmed = false;
  }

  /** A program of this order goes to the pump. */
  public void programSent(long rateNlPerH, long nowNs) {
    ledger.programSent(rateNlPerH, nowNs);
    programmed = true;
  }

  /** Whether a program of the shown order ever went to the pump. */
  public boolean programmed() {
    return programmed;
  }

  /**
   * The pump was commanded to run for an interval: books it, never beyond the order.
   *
   * @param rateNlPerH permitted rate
   * @param intervalNs how long
   */
  public void commandedFor(long rateNlPerH, long intervalNs) {
    long nl = integrator.advance(rateNlPerH, intervalNs);
    ledger.commanded(Math.min(nl, ledger.orderNl() - ledger.commandedNl()));
  }

  /** What the device is doing. */
  public InfusionState state() {
    return state;
  }

  /** Why nothing is being delivered. */
  public NotDeliveringReason reason() {
    return reason;
  }

  /** What was read back for the shown order; null before the first. */
  public @Nullable ReadBack readBack() {
    return readBack;
  }

  /** Nonce of the shown order; 0 before the first. */
  public long orderNonce() {
    return readBack == null ? 0 : readBack.nonce();
  }

  /** What the shown order delivered. */
  public DeliveryLedger ledger() {
    return ledger;
  }
}
