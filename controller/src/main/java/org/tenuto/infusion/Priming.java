package org.tenuto.infusion;

import org.jspecify.annotations.Nullable;
import org.tenuto.dose.PrimingReadBack;
import org.tenuto.pump.DeliveryLedger;

/**
 * The filling of the line that runs or ran last, booked apart from every order. Kept until an order
 * is started. Loop thread only; allocates nothing.
 */
public final class Priming {

  private final DeliveryLedger ledger = new DeliveryLedger();
  private final RateIntegrator integrator = new RateIntegrator();
  private @Nullable PrimingReadBack readBack;
  private long earlierAtMostNl;
  private boolean open;
  private boolean settled = true;

  /** A priming's program goes to the pump: nothing of it was delivered yet. */
  void begin(PrimingReadBack confirmed, long rateNlPerH, long nowNs) {
    earlierAtMostNl += ledger.atMostNl();
    readBack = confirmed;
    ledger.begin(confirmed.volumeNl());
    ledger.programSent(rateNlPerH, nowNs);
    integrator.reset();
    open = true;
    settled = false;
  }

  /** An order is shown: what the pump does from now on is not this priming's. */
  void close() {
    open = false;
  }

  /** An order is started: what was primed before it is over. */
  void forget() {
    close();
    readBack = null;
    ledger.begin(0);
    earlierAtMostNl = 0;
  }

  /** The pump was commanded to run for an interval: books it, never beyond the volume. */
  void commandedFor(long rateNlPerH, long intervalNs) {
    long nl = integrator.advance(rateNlPerH, intervalNs);
    ledger.commanded(Math.min(nl, ledger.orderNl() - ledger.commandedNl()));
  }

  /** Whether what the pump does is booked here. */
  boolean isOpen() {
    return open;
  }

  /** The pump is at rest after it: its volume is final. Returns whether that is news. */
  public boolean settle() {
    boolean news = !settled;
    settled = true;
    return news;
  }

  /** What was read back and confirmed; null if nothing was primed since an order was started. */
  public @Nullable PrimingReadBack readBack() {
    return readBack;
  }

  /** What it delivered. */
  public DeliveryLedger ledger() {
    return ledger;
  }

  /** What all primings since an order was last started can have delivered together, nL. */
  public long allAtMostNl() {
    return earlierAtMostNl + ledger.atMostNl();
  }
}
