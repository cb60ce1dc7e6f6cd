package org.tenuto.control;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.Finding;
import org.tenuto.dose.PermittedRate;
import org.tenuto.dose.PrimingReadBack;
import org.tenuto.dose.PrimingReview;
import org.tenuto.infusion.Infusion;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.Priming;
import org.tenuto.pump.DeliveryLedger;
import org.tenuto.pump.Pump;
import org.tenuto.pump.PumpState;

/**
 * Decides on the filling of the line: what is asked for is read back, and only exactly that is
 * started, once, within a minute, while nothing else runs or is shown. Loop thread only.
 */
final class PrimingDesk {

  /** What was read back may be started for one minute. */
  private static final long READ_BACK_NS = 60_000_000_000L;

  private static final Refusal NOT_READY =
      new Refusal("NOT_READY", "The device is not ready to prime the line.");

  private final Pump pump;
  private final Infusion infusion;
  private final Delivery delivery;
  private final PrimingReview review;
  private final LongSupplier nonces;
  private final EventLog events;
  private @Nullable PrimingReadBack offered;

  /** What the pump may be told of it; null if nothing. */
  private @Nullable PermittedRate permitted;

  /**
   * Why nothing is done.
   *
   * @param code stable reason code
   * @param text one line for staff
   */
  record Refusal(String code, String text) {}

  PrimingDesk(
      Pump pump,
      Infusion infusion,
      Delivery delivery,
      PrimingReview review,
      LongSupplier nonces,
      EventLog events) {
    this.pump = pump;
    this.infusion = infusion;
    this.delivery = delivery;
    this.review = review;
    this.nonces = nonces;
    this.events = events;
  }

  /** Staff pressed Stop or Pause: what was read back before is void. */
  void halted() {
    offered = null;
  }

  /** Reads back what is asked for; null if it did. What was read back before is void. */
  @Nullable Refusal propose(
      StationCommand.ProposePriming propose, boolean orderBeingRead, long nowNs) {
    offered = null;
    Refusal busy = busy(orderBeingRead);
    if (busy != null) {
      return busy;
    }
    Finding finding = review.refusal(propose.request());
    if (finding != null) {
      return new Refusal(finding.code(), finding.text());
    }
    PrimingReadBack readBack =
        review.readBack(propose.request(), nonces.getAsLong(), nowNs + READ_BACK_NS);
    offered = readBack;
    permitted = review.permit(readBack);
    StationCommand.Header header = propose.header();
    events.send(
        new ExecutorEvent.PrimingOffered(
            events.stamp(), header.stationBootId(), header.seq(), readBack));
    return null;
  }

  /** Why a start is refused whatever else holds; null if it is not. */
  @Nullable Refusal refusal(
      StationCommand.StartPriming start, boolean orderBeingRead, long nowNs) {
    PrimingReadBack readBack = offered;
    Refusal busy = busy(orderBeingRead);
    if (busy != null) {
      return busy;
    }
    if (readBack == null
        || readBack.nonce() != start.nonce()
        || nowNs > readBack.expiresAtNs()) {
      return new Refusal("NOTHING_READ_BACK", "No priming is in force: ask again.");
    }
    if (!readBack.hash().equals(start.readBackHash())) {
      return new Refusal("HASH_MISMATCH", "What was confirmed is not what was shown.");
    }
    if (!start.lineNotConnected()) {
      return new Refusal(
          "LINE_NOT_CONFIRMED", "Confirm that the line is not connected to the patient.");
    }
    return null;
  }

  private @Nullable Refusal busy(boolean orderBeingRead) {
    if (orderBeingRead) {
      return new Refusal("ORDER_BEING_READ", "An order is being read back: try again.");
    }
    return switch (infusion.state()) {
      case IDLE, COMPLETE -> null;
      case PRIMING -> new Refusal("PRIMING", "The line is being primed already.");
      case READY -> new Refusal("ORDER_SHOWN", "An order is shown: change or stop it first.");
      case INFUSING, PAUSED ->
          new Refusal("ORDER_RUNNING", "An order is running: stop it first.");
      case SELF_TEST, FAULT -> NOT_READY;
    };
  }

  /** Fills the line as it was read back, which is used up by that; false if not permitted. */
  boolean start(long nowNs) {
    PrimingReadBack readBack = offered;
    PermittedRate told = permitted;
    offered = null;
    if (readBack == null || told == null) {
      return false;
    }
    delivery.prime(readBack, told, review.syringeInnerDiameterUm(readBack), nowNs);
    return true;
  }

  /**
   * Once a cycle: what was read back is void when its minute is over or something else comes, and a
   * priming's end is reported.
   */
  void look(long nowNs) {
    InfusionState state = infusion.state();
    boolean rests = state == InfusionState.IDLE || state == InfusionState.COMPLETE;
    if (offered != null && (!rests || nowNs > offered.expiresAtNs())) {
      offered = null;
    }
    Priming priming = infusion.priming();
    PrimingReadBack readBack = priming.readBack();
    boolean over =
        state != InfusionState.PRIMING && pump.reading().state == PumpState.STOPPED;
    if (over && readBack != null && priming.settle()) {
      DeliveryLedger ledger = priming.ledger();
      events.send(
          new ExecutorEvent.PrimingEnded(
              events.stamp(),
              readBack.nonce(),
              ledger.commandedNl(),
              ledger.atLeastNl(),
              ledger.atMostNl()));
    }
  }
}
