package org.tenuto.link;

import org.jspecify.annotations.Nullable;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.ExecutorEvent.AlarmCleared;
import org.tenuto.control.ExecutorEvent.AlarmRaised;
import org.tenuto.control.ExecutorEvent.Answer;
import org.tenuto.control.ExecutorEvent.Answered;
import org.tenuto.control.ExecutorEvent.Booted;
import org.tenuto.control.ExecutorEvent.CyclesSkipped;
import org.tenuto.control.ExecutorEvent.HaltTaken;
import org.tenuto.control.ExecutorEvent.OrderChanged;
import org.tenuto.control.ExecutorEvent.OrderReadBack;
import org.tenuto.control.ExecutorEvent.PanelPressed;
import org.tenuto.control.ExecutorEvent.PrimingBegun;
import org.tenuto.control.ExecutorEvent.PrimingEnded;
import org.tenuto.control.ExecutorEvent.PrimingOffered;
import org.tenuto.control.ExecutorEvent.ProgramSent;
import org.tenuto.control.ExecutorEvent.PumpChanged;
import org.tenuto.control.ExecutorEvent.Stamp;
import org.tenuto.control.ExecutorEvent.StateChanged;
import org.tenuto.dose.Order;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpState;

/** An event as a slot. Decoding allocates the event; encoding nothing but what a refusal says. */
final class EventCodec {

  /** Longest free text, bytes of UTF-8; longer is cut. */
  static final int TEXT_BYTES = 512;

  private static final int BOOTED = 1;
  private static final int STATE_CHANGED = 2;
  private static final int ORDER_READ_BACK = 3;
  private static final int ANSWERED = 4;
  private static final int HALT_TAKEN = 5;
  private static final int PROGRAM_SENT = 6;
  private static final int PUMP_CHANGED = 7;
  private static final int ALARM_RAISED = 8;
  private static final int ALARM_CLEARED = 9;
  private static final int CYCLES_SKIPPED = 10;
  private static final int ORDER_CHANGED = 11;
  private static final int PRIMING_OFFERED = 12;
  private static final int PRIMING_BEGUN = 13;
  private static final int PRIMING_ENDED = 14;
  private static final int PANEL_PRESSED = 15;

  private static final InfusionState[] STATES = InfusionState.values();
  private static final NotDeliveringReason[] REASONS = NotDeliveringReason.values();
  private static final Answer[] ANSWERS = Answer.values();
  private static final PumpState[] PUMP_STATES = PumpState.values();
  private static final PumpFault[] PUMP_FAULTS = PumpFault.values();
  private static final PanelPressed.Button[] BUTTONS = PanelPressed.Button.values();
  private static final AlarmCondition[] CONDITIONS = AlarmCondition.values();

  private EventCodec() {}

  static void encode(ExecutorEvent event, SlotWriter slot) {
    slot.begin();
    switch (event) {
      case Booted booted -> encode(booted, slot);
      case StateChanged changed -> {
        stamp(STATE_CHANGED, event, slot);
        slot.one(changed.from());
        slot.one(changed.to());
        slot.one(changed.reason());
      }
      case OrderReadBack read -> {
        stamp(ORDER_READ_BACK, event, slot);
        slot.i64(read.stationBootId());
        slot.i64(read.commandSeq());
        ReadBackCodec.encode(read.readBack(), slot);
      }
      case OrderChanged changed -> {
        stamp(ORDER_CHANGED, event, slot);
        ReadBackCodec.encode(changed.readBack(), slot);
      }
      case Answered answered -> encode(answered, slot);
      case HaltTaken halt -> {
        stamp(HALT_TAKEN, event, slot);
        slot.flag(halt.stop());
      }
      case PanelPressed pressed -> {
        stamp(PANEL_PRESSED, event, slot);
        slot.one(pressed.button());
      }
      case ProgramSent sent -> {
        stamp(PROGRAM_SENT, event, slot);
        slot.count("phases before it", sent.phase(), Order.MOST_PHASES - 1);
        slot.i64(sent.rateNlPerH());
        slot.i64(sent.volumeNl());
        slot.id("pumpRate", sent.pumpRate(), ReadBackCodec.PUMP_BYTES);
      }
      case PrimingOffered offered -> {
        stamp(PRIMING_OFFERED, event, slot);
        slot.i64(offered.stationBootId());
        slot.i64(offered.commandSeq());
        PrimingCodec.encode(offered.readBack(), slot);
      }
      case PrimingBegun begun -> {
        stamp(PRIMING_BEGUN, event, slot);
        slot.i64(begun.nonce());
        slot.i64(begun.rateNlPerH());
        slot.i64(begun.volumeNl());
        slot.id("pumpRate", begun.pumpRate(), ReadBackCodec.PUMP_BYTES);
      }
      case PrimingEnded ended -> {
        stamp(PRIMING_ENDED, event, slot);
        slot.i64(ended.nonce());
        slot.i64(ended.commandedNl());
        slot.i64(ended.atLeastNl());
        slot.i64(ended.atMostNl());
      }
      case PumpChanged changed -> {
        stamp(PUMP_CHANGED, event, slot);
        slot.one(changed.pumpState());
        slot.one(changed.fault());
        slot.i64(changed.counterNl());
      }
      case AlarmRaised raised -> {
        stamp(ALARM_RAISED, event, slot);
        slot.one(raised.condition());
      }
      case AlarmCleared cleared -> {
        stamp(ALARM_CLEARED, event, slot);
        slot.one(cleared.condition());
      }
      case CyclesSkipped skipped -> {
        stamp(CYCLES_SKIPPED, event, slot);
        slot.i64(skipped.skipped());
        slot.i64(skipped.latenessNs());
      }
    }
  }

  private static void encode(Booted booted, SlotWriter slot) {
    stamp(BOOTED, booted, slot);
    slot.i64(booted.bootId());
    slot.text(booted.build(), TEXT_BYTES);
    slot.text(booted.timing(), TEXT_BYTES);
    slot.text(booted.pumpModel(), TEXT_BYTES);
    slot.id("libraryHash", booted.libraryHash(), CommandCodec.ID_BYTES);
    slot.flag(booted.buzzer());
  }

  private static void encode(Answered answered, SlotWriter slot) {
    stamp(ANSWERED, answered, slot);
    slot.i64(answered.stationBootId());
    slot.i64(answered.commandSeq());
    slot.i64(answered.journalSeq());
    slot.one(answered.answer());
    slot.id("code", answered.code(), CommandCodec.ID_BYTES);
    slot.text(answered.text(), TEXT_BYTES);
  }

  private static void stamp(int type, ExecutorEvent event, SlotWriter slot) {
    Stamp stamp = event.stamp();
    slot.u8(type);
    slot.i64(stamp.seq());
    slot.i64(stamp.cycle());
    slot.i64(stamp.monoNs());
    slot.one(stamp.state());
    slot.i64(stamp.orderNonce());
    slot.i64(stamp.commandedNl());
    slot.i64(stamp.atLeastNl());
    slot.i64(stamp.atMostNl());
  }

  /** The event; null if the slot is malformed. */
  static @Nullable ExecutorEvent decode(SlotReader slot) {
    try {
      return take(slot);
    } catch (RuntimeException e) {
      return null; // a record refuses a value that it can't hold: malformed like any other
    }
  }

  private static @Nullable ExecutorEvent take(SlotReader slot) {
    int type = slot.u8();
    Stamp stamp = stamp(slot);
    ExecutorEvent event = decode(type, stamp, slot);
    return slot.complete() && stamp.seq() == slot.sequence() ? event : null;
  }

  private static Stamp stamp(SlotReader slot) {
    return new Stamp(
        slot.i64(),
        slot.i64(),
        slot.i64(),
        slot.one(STATES),
        slot.i64(),
        slot.i64(),
        slot.i64(),
        slot.i64());
  }

  private static @Nullable ExecutorEvent decode(int type, Stamp stamp, SlotReader slot) {
    return switch (type) {
      case BOOTED ->
          new Booted(
              stamp,
              slot.i64(),
              slot.text(TEXT_BYTES),
              slot.text(TEXT_BYTES),
              slot.text(TEXT_BYTES),
              slot.text(CommandCodec.ID_BYTES),
              slot.flag());
      case STATE_CHANGED ->
          new StateChanged(stamp, slot.one(STATES), slot.one(STATES), slot.one(REASONS));
      case ORDER_READ_BACK ->
          new OrderReadBack(stamp, slot.i64(), slot.i64(), ReadBackCodec.decode(slot));
      case ORDER_CHANGED -> new OrderChanged(stamp, ReadBackCodec.decode(slot));
      case ANSWERED ->
          new Answered(
              stamp,
              slot.i64(),
              slot.i64(),
              slot.i64(),
              slot.one(ANSWERS),
              slot.text(CommandCodec.ID_BYTES),
              slot.text(TEXT_BYTES));
      case HALT_TAKEN -> new HaltTaken(stamp, slot.flag());
      case PANEL_PRESSED -> new PanelPressed(stamp, slot.one(BUTTONS));
      case PROGRAM_SENT ->
          new ProgramSent(
              stamp,
              slot.count(Order.MOST_PHASES - 1),
              slot.i64(),
              slot.i64(),
              slot.text(ReadBackCodec.PUMP_BYTES));
      case PRIMING_OFFERED ->
          new PrimingOffered(stamp, slot.i64(), slot.i64(), PrimingCodec.readBack(slot));
      case PRIMING_BEGUN ->
          new PrimingBegun(
              stamp, slot.i64(), slot.i64(), slot.i64(), slot.text(ReadBackCodec.PUMP_BYTES));
      case PRIMING_ENDED ->
          new PrimingEnded(stamp, slot.i64(), slot.i64(), slot.i64(), slot.i64());
      case PUMP_CHANGED ->
          new PumpChanged(stamp, slot.one(PUMP_STATES), slot.one(PUMP_FAULTS), slot.i64());
      case ALARM_RAISED -> new AlarmRaised(stamp, slot.one(CONDITIONS));
      case ALARM_CLEARED -> new AlarmCleared(stamp, slot.one(CONDITIONS));
      case CYCLES_SKIPPED -> new CyclesSkipped(stamp, slot.i64(), slot.i64());
      default -> null;
    };
  }
}
