package org.tenuto.infusion;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.PermittedOrder;
import org.tenuto.dose.PrimingReadBack;
import org.tenuto.dose.ReadBack;
import org.tenuto.pump.DeliveryLedger;

/**
 * The order that is shown, running or last ran: its state, its read-back and its ledger. It keeps
 * its nonce and its ledger when it is changed; its read-back is then that of the change. Loop thread
 * only; allocates nothing.
 */
public final class Infusion {

  private final DeliveryLedger ledger = new DeliveryLedger();
  private final RateIntegrator integrator = new RateIntegrator();
  private final Priming priming = new Priming();
  private InfusionState state = InfusionState.SELF_TEST;
  private NotDeliveringReason reason = NotDeliveringReason.NO_ORDER;
  private @Nullable PermittedOrder order;
  private long orderNonce;
  private int phase;
  private long phaseBaseNl;
  private boolean programmed;
  private boolean ran;
  private long infusedNs;

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
    order = null;
    orderNonce = 0;
    ledger.begin(0);
    restart();
  }

  private void restart() {
    phase = 0;
    phaseBaseNl = 0;
    integrator.reset();
    infusedNs = 0;
    programmed = false;
    ran = false;
  }

  /** Shows a new order: the last one's ledger is over. */
  public void show(PermittedOrder shown) {
    priming.close();
    order = shown;
    orderNonce = shown.readBack().nonce();
    begin();
  }

  /** The order begins, from its first phase: the pump was never told to run for it. */
  public void begin() {
    restart();
    ledger.begin(phaseFigures().volumeNl());
  }

  /**
   * The order goes on as changed from its present phase on; what it delivered stays delivered.
   *
   * @param changed what staff confirmed; the phases before the present one are the same
   */
  public void change(PermittedOrder changed) {
    order = changed;
    ledger.change(phaseBaseNl + phaseFigures().volumeNl());
  }

  /** A priming's program goes to the pump: the last order's figures are over. */
  public void beginPriming(PrimingReadBack confirmed, long rateNlPerH, long nowNs) {
    forget();
    priming.begin(confirmed, rateNlPerH, nowNs);
  }

  /** Whether a phase of the shown order is still to come after the present one. */
  public boolean hasNextPhase() {
    ReadBack readBack = readBack();
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
    return Objects.requireNonNull(order).readBack().phases().get(phase);
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
    ledger.commanded(Math.clamp(ledger.orderNl() - ledger.commandedNl(), 0, nl));
    infusedNs += intervalNs;
  }

  /** How long the pump has been commanded to run for the order, ns. */
  public long infusedNs() {
    return infusedNs;
  }

  /** What the device is doing. */
  public InfusionState state() {
    return state;
  }

  /** Why nothing is being delivered. */
  public NotDeliveringReason reason() {
    return reason;
  }

  /** The shown order, as the pump may be told it; null before the first. */
  public @Nullable PermittedOrder order() {
    return order;
  }

  /** What was read back for the shown order, or for its last change; null before the first. */
  public @Nullable ReadBack readBack() {
    return order == null ? null : order.readBack();
  }

  /** Nonce of the shown order's first read-back; 0 before the first. */
  public long orderNonce() {
    return orderNonce;
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
