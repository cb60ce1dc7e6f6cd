package org.tenuto.control;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.StationCommand.Header;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderDraft;
import org.tenuto.dose.OrderReview;
import org.tenuto.dose.PermittedOrder;
import org.tenuto.dose.Progress;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.Infusion;
import org.tenuto.infusion.InfusionEvent;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;
import org.tenuto.pump.Pump;
import org.tenuto.pump.PumpState;

/**
 * Reads orders, and changes of the running one, back: takes one proposal at a time, looks ahead
 * over it in slices, and keeps what may be confirmed. Starts nothing. Loop thread only.
 */
final class ReadBackDesk {

  private static final long NS_PER_S = 1_000_000_000;

  /** Look-ahead of one cycle: some 30 µs, so that the usual order takes a tenth of a second. */
  private static final int LOOK_AHEAD_STEPS = 1_000;

  private final Pump pump;
  private final Infusion infusion;
  private final Delivery delivery;
  private final OrderReview review;
  private final LongSupplier nonces;
  private final ConcentrationWatch concentrations;
  private final EventLog events;
  private @Nullable OrderDraft draft;
  private @Nullable Header proposed;
  private Progress progress = Progress.NONE;
  private @Nullable PermittedOrder change;

  ReadBackDesk(
      Pump pump,
      Infusion infusion,
      Delivery delivery,
      OrderReview review,
      LongSupplier nonces,
      ConcentrationWatch concentrations,
      EventLog events) {
    this.pump = pump;
    this.infusion = infusion;
    this.delivery = delivery;
    this.review = review;
    this.nonces = nonces;
    this.concentrations = concentrations;
    this.events = events;
  }

  /** Stop or Pause was pressed: what was proposed before is void. */
  void halted() {
    change = null;
    Header open = proposed;
    if (open != null) {
      events.refuseAsHalted(open);
      draft = null;
      proposed = null;
    }
  }

  void propose(StationCommand.Propose propose) {
    Header header = propose.header();
    if (isUnderWay()) {
      events.refuse(header, "ORDER_RUNNING", "An order is running: stop it first.");
    } else if (infusion.state() == InfusionState.PRIMING) {
      events.refuse(header, "PRIMING", "The line is being primed: wait or stop it first.");
    } else if (!isBetweenOrders()) {
      events.refuse(header, "NOT_READY", "The device is not ready for an order.");
    } else if (pump.reading().state != PumpState.STOPPED) {
      // The last order's ledger is still open until the pump is confirmed stopped.
      events.refuse(header, "PUMP_NOT_STOPPED", "The pump is not stopped yet: try again.");
    } else if (draft != null) {
      refuseAsBusy(header);
    } else {
      progress = Progress.NONE;
      proposed = header;
      draft = review.draft(propose.order());
    }
  }

  void proposeChange(StationCommand.ProposeChange propose, long nowNs) {
    Header header = propose.header();
    ReadBack running = infusion.readBack();
    if (!isUnderWay() || running == null || propose.orderNonce() != infusion.orderNonce()) {
      events.refuse(header, "NO_SUCH_ORDER", "That order is not running: nothing was changed.");
    } else if (propose.phase() != infusion.phase() || propose.change().phases().isEmpty()) {
      refuseAsPassed(header);
    } else if (draft != null || delivery.isChanging()) {
      refuseAsBusy(header);
    } else {
      change = null;
      progress = delivery.progress();
      proposed = header;
      Order changed = running.order().changed(propose.phase(), propose.change());
      draft =
          review.draftChange(
              changed, progress, concentrations.predicted(), concentrations.bolusEndedAgoS(nowNs));
    }
  }

  private void refuseAsBusy(Header header) {
    events.refuse(header, "ORDER_BEING_READ", "Another order is being read back: try again.");
  }

  private void refuseAsPassed(Header header) {
    events.refuse(header, "PHASE_PASSED", "The order has gone on meanwhile: look and try again.");
  }

  private boolean isUnderWay() {
    return infusion.state() == InfusionState.INFUSING || infusion.state() == InfusionState.PAUSED;
  }

  private boolean isBetweenOrders() {
    InfusionState state = infusion.state();
    return state == InfusionState.IDLE
        || state == InfusionState.READY
        || state == InfusionState.COMPLETE;
  }

  /**
   * Looks further ahead over what is proposed, and reads it back once that is done. Bounded work a
   * cycle.
   */
  void advance(long nowNs) {
    OrderDraft open = draft;
    Header header = proposed;
    if (open == null || header == null || !open.advance(LOOK_AHEAD_STEPS)) {
      return;
    }
    draft = null;
    proposed = null;
    if (progress.isChange() && !isAsItWas(progress)) {
      refuseAsPassed(header);
    } else if (!progress.isChange() && !mayShow()) {
      events.refuse(header, "NOT_READY", "The device is not ready for an order any more.");
    } else {
      readBack(open, header, nowNs);
    }
  }

  /**
   * Whether the order is still where it was looked ahead over from: in the same phase, and not
   * resumed since, for what runs until a change is confirmed counts in its look-ahead.
   */
  private boolean isAsItWas(Progress then) {
    boolean resumed = then.rateNlPerH() == 0 && infusion.state() != InfusionState.PAUSED;
    return isUnderWay()
        && !resumed
        && infusion.orderNonce() == then.orderNonce()
        && infusion.phase() == then.phase();
  }

  /** The last order's ledger is open until the pump is confirmed stopped. */
  private boolean mayShow() {
    return isBetweenOrders() && pump.reading().state == PumpState.STOPPED;
  }

  private void readBack(OrderDraft done, Header header, long nowNs) {
    ReadBack readBack =
        done.readBack(nonces.getAsLong(), nowNs + ReadBack.GOOD_FOR_S * NS_PER_S);
    PermittedOrder permitted = review.permit(readBack);
    if (permitted != null && progress.isChange()) {
      change = permitted;
    } else if (permitted != null) {
      show(permitted, nowNs);
    }
    events.send(
        new ExecutorEvent.OrderReadBack(
            events.stamp(), header.stationBootId(), header.seq(), readBack));
  }

  private void show(PermittedOrder permitted, long nowNs) {
    Order order = permitted.readBack().order();
    infusion.show(permitted);
    concentrations.begin(review.concentrations(order), order.concentrationNgPerMl(), nowNs);
    delivery.move(InfusionEvent.ORDER_READ_BACK, NotDeliveringReason.NO_ORDER);
  }

  /** Whether an order, or a change of one, is being read back. */
  boolean isReading() {
    return draft != null;
  }

  /** The change that was read back with this nonce; null if there is none. */
  @Nullable PermittedOrder change(long nonce) {
    PermittedOrder shown = change;
    return shown != null && shown.readBack().nonce() == nonce ? shown : null;
  }

  /** Takes a change that is confirmed, unless the order has gone on since it was read back. */
  boolean takeChange(PermittedOrder confirmed) {
    change = null;
    return isAsItWas(confirmed.readBack().progress());
  }

  /** Whether the read-back in force can't be started any more. */
  boolean isExpired(long nowNs) {
    ReadBack readBack = infusion.readBack();
    return readBack == null || nowNs > readBack.expiresAtNs();
  }
}
