package org.tenuto.control;

import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent.Answer;
import org.tenuto.control.PrimingDesk.Refusal;
import org.tenuto.control.StationCommand.Header;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderDraft;
import org.tenuto.dose.OrderReview;
import org.tenuto.dose.PermittedRate;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.Infusion;
import org.tenuto.infusion.InfusionEvent;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;
import org.tenuto.pump.Pump;
import org.tenuto.pump.PumpState;

/**
 * Decides on the station's commands. It trusts none: each must be meant for this boot, in order, in
 * time and allowed in the present state; each is answered exactly once. Loop thread only.
 */
final class CommandDesk {

  /** A read-back may be started for one minute. */
  private static final long READ_BACK_NS = 60_000_000_000L;

  /** Look-ahead of one cycle: some 30 µs, so that the usual order takes a tenth of a second. */
  private static final int LOOK_AHEAD_STEPS = 1_000;

  /** A command from further in the future was not made by our station. */
  private static final long AHEAD_AT_MOST_NS = 500_000_000L;

  private final long bootId;
  private final StationPort station;
  private final Pump pump;
  private final PumpWatch pumpWatch;
  private final Infusion infusion;
  private final Delivery delivery;
  private final AlarmDesk alarms;
  private final PrimingDesk priming;
  private final OrderReview review;
  private final LongSupplier nonces;
  private final EventLog events;
  private final ConcentrationWatch concentrations;
  private @Nullable OrderDraft draft;
  private StationCommand.@Nullable Propose proposed;
  private long lastStationBootId;
  private long lastSeq;
  private long haltedNs = Long.MIN_VALUE;

  CommandDesk(
      long bootId,
      StationPort station,
      Pump pump,
      PumpWatch pumpWatch,
      Infusion infusion,
      Delivery delivery,
      AlarmDesk alarms,
      PrimingDesk priming,
      OrderReview review,
      LongSupplier nonces,
      ConcentrationWatch concentrations,
      EventLog events) {
    this.bootId = bootId;
    this.station = station;
    this.pump = pump;
    this.pumpWatch = pumpWatch;
    this.infusion = infusion;
    this.delivery = delivery;
    this.alarms = alarms;
    this.priming = priming;
    this.review = review;
    this.nonces = nonces;
    this.concentrations = concentrations;
    this.events = events;
  }

  /**
   * Staff pressed Stop or Pause, which overtake every command on its way: what was decided before
   * is void, an order that is still being read back too.
   */
  void halted(long nowNs) {
    haltedNs = nowNs;
    priming.halted();
    if (proposed != null) {
      refuseAsHalted(proposed.header());
      draft = null;
      proposed = null;
    }
  }

  /** Takes one command and answers it. */
  void take(StationCommand command, long nowNs, boolean recordKept) {
    Header header = command.header();
    if (header.executorBootId() != bootId
        || header.stationBootId() != station.stationBootId()
        || nowNs > header.expiresAtNs()) {
      answer(header, Answer.EXPIRED, "EXPIRED", "Command came too late: nothing was done.");
      return;
    }
    if (!isFresh(header) || header.decidedNs() - nowNs > AHEAD_AT_MOST_NS) {
      refuse(header, "REPLAYED", "Command was seen before or is malformed: nothing was done.");
      return;
    }
    switch (command) {
      case StationCommand.Propose propose -> propose(propose);
      case StationCommand.Start start -> start(start, nowNs, recordKept);
      case StationCommand.Resume resume -> resume(resume, nowNs, recordKept);
      case StationCommand.ProposePriming propose -> propose(propose, nowNs);
      case StationCommand.StartPriming start -> start(start, nowNs, recordKept);
      case StationCommand.ResetFault reset -> resetFault(reset.header(), nowNs);
      case StationCommand.AcknowledgeAlarms acknowledge -> {
        alarms.acknowledge();
        accept(acknowledge.header());
      }
    }
  }

  private boolean isFresh(Header header) {
    if (header.stationBootId() != lastStationBootId) {
      lastStationBootId = header.stationBootId();
      lastSeq = 0;
    }
    if (header.seq() <= lastSeq) {
      return false;
    }
    lastSeq = header.seq();
    return true;
  }

  private void propose(StationCommand.Propose propose) {
    InfusionState state = infusion.state();
    if (state == InfusionState.INFUSING || state == InfusionState.PAUSED) {
      refuse(propose.header(), "ORDER_RUNNING", "An order is running: stop it first.");
      return;
    }
    if (state == InfusionState.PRIMING) {
      refuse(propose.header(), "PRIMING", "The line is being primed: wait or stop it first.");
      return;
    }
    if (state == InfusionState.SELF_TEST || state == InfusionState.FAULT) {
      refuse(propose.header(), "NOT_READY", "The device is not ready for an order.");
      return;
    }
    if (pump.reading().state != PumpState.STOPPED) {
      // The last order's ledger is still open until the pump is confirmed stopped.
      refuse(propose.header(), "PUMP_NOT_STOPPED", "The pump is not stopped yet: try again.");
      return;
    }
    if (draft != null) {
      refuse(propose.header(), "ORDER_BEING_READ", "Another order is being read back: try again.");
      return;
    }
    draft = review.draft(propose.order());
    proposed = propose;
  }

  /**
   * Looks further ahead over the order that is being read back, and reads it back once that is
   * done. Bounded work a cycle.
   */
  void advanceDraft(long nowNs) {
    OrderDraft open = draft;
    StationCommand.Propose propose = proposed;
    if (open == null || propose == null || !open.advance(LOOK_AHEAD_STEPS)) {
      return;
    }
    draft = null;
    proposed = null;
    if (!mayShow()) {
      refuse(propose.header(), "NOT_READY", "The device is not ready for an order any more.");
      return;
    }
    ReadBack readBack = open.readBack(nonces.getAsLong(), nowNs + READ_BACK_NS);
    if (!readBack.refused()) {
      infusion.show(readBack);
      Order order = readBack.order();
      concentrations.begin(review.concentrations(order), order.concentrationNgPerMl(), nowNs);
      delivery.move(InfusionEvent.ORDER_READ_BACK, NotDeliveringReason.NO_ORDER);
    }
    events.send(
        new ExecutorEvent.OrderReadBack(
            events.stamp(), propose.header().stationBootId(), propose.header().seq(), readBack));
  }

  /**
   * Whether the device is still in a state to show an order; the last one's ledger is open until
   * the pump is confirmed stopped.
   */
  private boolean mayShow() {
    InfusionState state = infusion.state();
    boolean between =
        state == InfusionState.IDLE
            || state == InfusionState.READY
            || state == InfusionState.COMPLETE;
    return between && pump.reading().state == PumpState.STOPPED;
  }

  private void start(StationCommand.Start start, long nowNs, boolean recordKept) {
    Header header = start.header();
    ReadBack readBack = infusion.readBack();
    InfusionState state = infusion.state();
    if (state == InfusionState.INFUSING || state == InfusionState.PAUSED) {
      refuse(header, "ORDER_RUNNING", "An order is running: stop it first.");
    } else if (state != InfusionState.READY || readBack == null) {
      refuse(header, "NOTHING_READ_BACK", "No read-back is in force: enter the order again.");
    } else if (readBack.nonce() != start.nonce() || readBackExpired(nowNs)) {
      refuse(header, "READ_BACK_EXPIRED", "The read-back is out of date: enter the order again.");
    } else if (!Objects.equals(readBack.hash(), start.readBackHash())) {
      refuse(header, "HASH_MISMATCH", "What was confirmed is not what was shown.");
    } else if (refusedNow(header, recordKept)) {
      return;
    } else {
      start(header, readBack, nowNs);
    }
  }

  private void start(Header header, ReadBack readBack, long nowNs) {
    PermittedRate permitted = delivery.permit(readBack, 0);
    if (permitted == null) {
      refuseAsNotPermitted(header);
    } else {
      delivery.start(readBack, permitted, nowNs);
      accept(header);
    }
  }

  private void resume(StationCommand.Resume resume, long nowNs, boolean recordKept) {
    Header header = resume.header();
    ReadBack readBack = infusion.readBack();
    if (infusion.state() != InfusionState.PAUSED || readBack == null) {
      refuse(header, "NOT_PAUSED", "No paused order to resume.");
    } else if (readBack.nonce() != resume.nonce()) {
      refuse(header, "OTHER_ORDER", "The paused order is another one.");
    } else if (refusedNow(header, recordKept)) {
      return;
    } else {
      resume(header, readBack, nowNs);
    }
  }

  private void resume(Header header, ReadBack readBack, long nowNs) {
    PermittedRate remainder = delivery.remainder(readBack);
    if (remainder == null) {
      refuseAsNotPermitted(header);
    } else {
      delivery.resume(readBack, remainder, nowNs);
      accept(header);
    }
  }

  private void propose(StationCommand.ProposePriming propose, long nowNs) {
    refuse(propose.header(), priming.propose(propose, draft != null, nowNs));
  }

  private void start(StationCommand.StartPriming start, long nowNs, boolean recordKept) {
    Header header = start.header();
    Refusal refusal = priming.refusal(start, draft != null, nowNs);
    if (refusal != null) {
      refuse(header, refusal);
    } else if (refusedNow(header, recordKept)) {
      return;
    } else if (priming.start(nowNs)) {
      accept(header);
    } else {
      refuseAsNotPermitted(header);
    }
  }

  private void refuseAsNotPermitted(Header header) {
    refuse(header, "NOT_PERMITTED", "The limits do not permit this delivery.");
  }

  private void refuseAsHalted(Header header) {
    refuse(header, "HALTED_SINCE", "Stop or Pause was pressed after this: nothing was done.");
  }

  /** Whether the device can't deliver now; if so the command is refused. */
  private boolean refusedNow(Header header, boolean recordKept) {
    if (header.decidedNs() <= haltedNs) {
      refuseAsHalted(header);
    } else if (header.journalSeq() <= 0 || !recordKept) {
      refuse(header, "NO_RECORD", "The record is not kept: nothing is started.");
    } else if (alarms.forbidsDelivery()) {
      refuse(header, "ALARM_ACTIVE", "An alarm is active: clear it first.");
    } else if (pump.reading().state != PumpState.STOPPED) {
      refuse(header, "PUMP_NOT_STOPPED", "The pump is not confirmed stopped yet: try again.");
    } else {
      return false;
    }
    return true;
  }

  private void resetFault(Header header, long nowNs) {
    if (infusion.state() != InfusionState.FAULT) {
      refuse(header, "NO_FAULT", "The device is not in fault.");
      return;
    }
    // A pump that confirmed its stop and was set up anew forgets its fault by one more stop.
    pump.stop();
    pumpWatch.look(nowNs);
    if (pump.reading().state != PumpState.STOPPED || alarms.faultPresent()) {
      refuse(header, "CAUSE_PRESENT", "The cause is still there or the pump is not stopped yet.");
      return;
    }
    alarms.acknowledge();
    delivery.move(InfusionEvent.RESET, NotDeliveringReason.NO_ORDER);
    accept(header);
  }

  /** Whether the read-back in force can't be started any more. */
  boolean readBackExpired(long nowNs) {
    ReadBack readBack = infusion.readBack();
    return readBack == null || nowNs > readBack.expiresAtNs();
  }

  private void accept(Header header) {
    answer(header, Answer.ACCEPTED, "ACCEPTED", "");
  }

  private void refuse(Header header, @Nullable Refusal refusal) {
    if (refusal != null) {
      refuse(header, refusal.code(), refusal.text());
    }
  }

  private void refuse(Header header, String code, String text) {
    answer(header, Answer.REFUSED, code, text);
  }

  private void answer(Header header, Answer answer, String code, String text) {
    events.send(
        new ExecutorEvent.Answered(
            events.stamp(),
            header.stationBootId(),
            header.seq(),
            header.journalSeq(),
            answer,
            code,
            text));
  }
}
