package org.tenuto.infusion;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.PrimingReadBack;
import org.tenuto.dose.ReadBack;
import org.tenuto.pump.DeliveryLedger;

/**
 * The order that is shown, running or last ran: its state, its read-back and its ledger. Loop
 * thread only; allocates nothing.
 */
public final class Infusion {

  private final DeliveryLedger ledger = new DeliveryLedger();
  private final RateIntegrator integrator = new RateIntegrator();
  private final Priming priming = new Priming();
  private InfusionState state = InfusionState.SELF_TEST;
  private NotDeliveringReason reason = NotDeliveringReason.NO_ORDER;
  private @Nullable ReadBack readBack;
  private int phase;
  private long phaseBaseNl;
  private boolean programmed;
  private boolean ran;

  /** Lets an event act; returns whether the state changed. */
  public boolean apply(InfusionEvent event, NotDeliveringReason because) {
    InfusionState before = state;
    state = InfusionTransitions.next(before, event);
    if (state == before) {
      return false;
    }
    reason = because;
    if (before == InfusionState.READY && state != InfusionState.INFUSING) {
      forget();
    }
    return true;
  }

  /** A read-back that was not started is gone, and with it every figure of it. */
  private void forget() {
    readBack = null;
    phase = 0;
    phaseBaseNl = 0;
    ledger.begin(0);
    integrator.reset();
    programmed = false;
    ran = false;
  }

  /** Shows a new order: the last one's ledger is over. */
  public void show(ReadBack shown) {
    priming.close();
    forget();
    readBack = shown;
    ledger.begin(shown.phases().getFirst().volumeNl());
  }

  /** A priming's program goes to the pump: the last order's figures are over. */
  public void beginPriming(PrimingReadBack confirmed, long rateNlPerH, long nowNs) {
    forget();
    priming.begin(confirmed, rateNlPerH, nowNs);
  }

  /** Whether a phase of the shown order is still to come after the present one. */
  public boolean hasNextPhase() {
    return readBack != null && phase + 1 < readBack.phases().size();
  }

  /** The present phase is over: the next one is. */
  public void beginNextPhase() {
    phaseBaseNl = ledger.orderNl();
    phase++;
    ledger.extend(phaseFigures().volumeNl());
  }

  /** The present phase, counted from 0. */
  public int phase() {
    return phase;
  }

  /** Figures of the present phase of an order that was shown. */
  public ReadBack.Phase phaseFigures() {
    return Objects.requireNonNull(readBack).phases().get(phase);
  }

  /** The most that can have been delivered of the present phase, nL. */
  public long phaseAtMostNl() {
    return Math.max(0, ledger.atMostNl() - phaseBaseNl);
  }

  /** A program of this order goes to the pump. */
  public void programSent(long rateNlPerH, long nowNs) {
    priming.forget();
    ledger.programSent(rateNlPerH, nowNs);
    programmed = true;
  }

  /** The pump was told to run: from now on the order has a past. */
  public void markRan() {
    ran = true;
  }

  /** Whether the pump was ever told to run for the shown order. */
  public boolean ran() {
    return ran;
  }

  /** Whether a program of the shown order ever went to the pump. */
  public boolean programmed() {
    return programmed;
  }

  /**
   * The pump was commanded to run for an interval: books it, never beyond the order or priming.
   *
   * @param rateNlPerH permitted rate
   * @param intervalNs how long
   */
  public void commandedFor(long rateNlPerH, long intervalNs) {
    if (priming.isOpen()) {
      priming.commandedFor(rateNlPerH, intervalNs);
      return;
    }
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

  /** The priming that runs or ran last. */
  public Priming priming() {
    return priming;
  }

  /** The ledger that what the pump does is booked in; null if it was told nothing yet. */
  public @Nullable DeliveryLedger openLedger() {
    if (priming.isOpen()) {
      return priming.ledger();
    }
    return programmed ? ledger : null;
  }

  /** What the shown order delivered. */
  public DeliveryLedger ledger() {
    return ledger;
  }
}
