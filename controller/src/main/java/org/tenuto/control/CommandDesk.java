package org.tenuto.control;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent.Answer;
import org.tenuto.control.PrimingDesk.Refusal;
import org.tenuto.control.StationCommand.Header;
import org.tenuto.dose.PermittedOrder;
import org.tenuto.dose.PermittedRate;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.Infusion;
import org.tenuto.infusion.InfusionEvent;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;
import org.tenuto.pump.Pump;
import org.tenuto.pump.PumpState;
import org.tenuto.quantity.Volume;

/**
 * Decides on the station's commands. It trusts none: each must be meant for this boot, in order, in
 * time and allowed in the present state; each is answered exactly once. Loop thread only.
 */
final class CommandDesk {

  private static final Volume NOTHING = new Volume(0);

  /** A command from further in the future was not made by our station. */
  private static final long AHEAD_AT_MOST_NS = 500_000_000L;

  private final long bootId;
  private final StationPort station;
  private final Pump pump;
  private final PumpWatch pumpWatch;
  private final Infusion infusion;
  private final Delivery delivery;
  private final AlarmDesk alarms;
  private final ReadBackDesk readBacks;
  private final PrimingDesk priming;
  private final EventLog events;
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
      ReadBackDesk readBacks,
      PrimingDesk priming,
      EventLog events) {
    this.bootId = bootId;
    this.station = station;
    this.pump = pump;
    this.pumpWatch = pumpWatch;
    this.infusion = infusion;
    this.delivery = delivery;
    this.alarms = alarms;
    this.readBacks = readBacks;
    this.priming = priming;
    this.events = events;
  }

  /**
   * Staff pressed Stop or Pause, which overtake every command on its way: what was decided before
   * is void, an order that is still being read back too.
   */
  void halted(long nowNs) {
    haltedNs = nowNs;
    readBacks.halted();
    priming.halted();
  }

  /** Takes one command and answers it. */
  void take(StationCommand command, long nowNs, boolean recordKept) {
    Header header = command.header();
    if (header.executorBootId() != bootId
        || header.stationBootId() != station.stationBootId()
        || nowNs > header.expiresAtNs()) {
      events.answer(header, Answer.EXPIRED, "EXPIRED", "Command came too late: nothing was done.");
      return;
    }
    if (!isFresh(header) || header.decidedNs() - nowNs > AHEAD_AT_MOST_NS) {
      refuse(header, "REPLAYED", "Command was seen before or is malformed: nothing was done.");
      return;
    }
    switch (command) {
      case StationCommand.Propose propose -> readBacks.propose(propose);
      case StationCommand.ProposeChange change -> readBacks.proposeChange(change, nowNs);
      case StationCommand.Start start -> start(start, nowNs, recordKept);
      case StationCommand.Resume resume -> resume(resume, nowNs, recordKept);
      case StationCommand.ProposePriming propose -> propose(propose, nowNs);
      case StationCommand.StartPriming start -> start(start, nowNs, recordKept);
      case StationCommand.ResetFault reset -> resetFault(reset.header(), nowNs);
      case StationCommand.AcknowledgeAlarms acknowledge -> {
        alarms.acknowledge();
        accept(acknowledge.header());
      }
      case StationCommand.PauseAudio pause -> pauseAudio(pause.header(), nowNs);
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

  private void start(StationCommand.Start start, long nowNs, boolean recordKept) {
    Header header = start.header();
    PermittedOrder change = readBacks.change(start.nonce());
    PermittedOrder order = change == null ? infusion.order() : change;
    InfusionState state = infusion.state();
    boolean underWay = state == InfusionState.INFUSING || state == InfusionState.PAUSED;
    if (change == null && underWay) {
      refuse(header, "ORDER_RUNNING", "An order is running: stop it first.");
    } else if (order == null || (change == null && state != InfusionState.READY)) {
      refuse(header, "NOTHING_READ_BACK", "No read-back is in force: enter the order again.");
    } else if (isOutOfDate(order.readBack(), start.nonce(), nowNs)) {
      refuse(header, "READ_BACK_EXPIRED", "The read-back is out of date: enter the order again.");
    } else if (!Objects.equals(order.readBack().hash(), start.readBackHash())) {
      refuse(header, "HASH_MISMATCH", "What was confirmed is not what was shown.");
    } else if (refusedNow(header, recordKept)) {
      return;
    } else if (change == null) {
      start(header, order, nowNs);
    } else {
      change(header, change);
    }
  }

  private static boolean isOutOfDate(ReadBack readBack, long nonce, long nowNs) {
    return readBack.nonce() != nonce || nowNs > readBack.expiresAtNs();
  }

  private void start(Header header, PermittedOrder order, long nowNs) {
    PermittedRate permitted = order.rest(0, NOTHING);
    if (refusedInMotion(header, PumpState.STOPPED)) {
      return;
    }
    if (permitted == null) {
      refuseAsNotPermitted(header);
    } else {
      delivery.start(permitted, nowNs);
      accept(header);
    }
  }

  /** A change acts on a pump that runs, or that rests in a pause; not on one in between. */
  private void change(Header header, PermittedOrder change) {
    boolean infusing = infusion.state() == InfusionState.INFUSING;
    if (refusedInMotion(header, infusing ? PumpState.RUNNING : PumpState.STOPPED)) {
      return;
    }
    if (!readBacks.takeChange(change)) {
      refuse(header, "PHASE_PASSED", "The order has gone on meanwhile: look and try again.");
    } else if (change.rest(infusion.phase(), new Volume(infusion.phaseAtMostNl())) == null) {
      refuse(header, "ALREADY_DELIVERED", "That much may be delivered already: nothing changed.");
    } else {
      delivery.change(change);
      accept(header);
    }
  }

  private void resume(StationCommand.Resume resume, long nowNs, boolean recordKept) {
    Header header = resume.header();
    ReadBack readBack = infusion.readBack();
    if (infusion.state() != InfusionState.PAUSED || readBack == null) {
      refuse(header, "NOT_PAUSED", "No paused order to resume.");
    } else if (infusion.orderNonce() != resume.nonce()) {
      refuse(header, "OTHER_ORDER", "The paused order is another one.");
    } else if (!refusedNow(header, recordKept) && !refusedInMotion(header, PumpState.STOPPED)) {
      resume(header, nowNs);
    }
  }

  private void resume(Header header, long nowNs) {
    PermittedRate remainder = delivery.remainder();
    if (remainder == null) {
      refuseAsNotPermitted(header);
    } else {
      delivery.resume(remainder, nowNs);
      accept(header);
    }
  }

  private void propose(StationCommand.ProposePriming propose, long nowNs) {
    refuse(propose.header(), priming.propose(propose, readBacks.isReading(), nowNs));
  }

  private void start(StationCommand.StartPriming start, long nowNs, boolean recordKept) {
    Header header = start.header();
    Refusal refusal = priming.refusal(start, readBacks.isReading(), nowNs);
    if (refusal != null) {
      refuse(header, refusal);
    } else if (refusedNow(header, recordKept) || refusedInMotion(header, PumpState.STOPPED)) {
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

  /** Whether the device can't deliver now; if so the command is refused. */
  private boolean refusedNow(Header header, boolean recordKept) {
    if (header.decidedNs() <= haltedNs) {
      events.refuseAsHalted(header);
    } else if (header.journalSeq() <= 0 || !recordKept) {
      refuse(header, "NO_RECORD", "The record is not kept: nothing is started.");
    } else if (alarms.forbidsDelivery()) {
      refuse(header, "ALARM_ACTIVE", "An alarm is active: clear it first.");
    } else {
      return false;
    }
    return true;
  }

  /** Whether the pump is not where it must be; if so the command is refused. */
  private boolean refusedInMotion(Header header, PumpState expected) {
    boolean refused = pump.reading().state != expected;
    if (refused && expected == PumpState.STOPPED) {
      refuse(header, "PUMP_NOT_STOPPED", "The pump is not confirmed stopped yet: try again.");
    } else if (refused) {
      refuse(header, "PUMP_NOT_RUNNING", "The pump is not confirmed running yet: try again.");
    }
    return refused;
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

  private void pauseAudio(Header header, long nowNs) {
    if (alarms.pauseAudio(nowNs)) {
      accept(header);
    } else {
      refuse(header, "NO_ALARM", "No alarm is active: there is no sound to pause.");
    }
  }

  private void accept(Header header) {
    events.accept(header);
  }

  private void refuse(Header header, @Nullable Refusal refusal) {
    if (refusal != null) {
      refuse(header, refusal.code(), refusal.text());
    }
  }

  private void refuse(Header header, String code, String text) {
    events.refuse(header, code, text);
  }
}
