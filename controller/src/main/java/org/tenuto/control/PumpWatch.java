package org.tenuto.control;

import org.jspecify.annotations.Nullable;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.infusion.Infusion;
import org.tenuto.pump.DeliveryLedger;
import org.tenuto.pump.Pump;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpReading;
import org.tenuto.pump.PumpState;

/**
 * Takes in what the pump reported: books it in the open ledger, reports changes, and turns a pump fault
 * into its alarm condition. Loop thread only.
 */
final class PumpWatch {

  private static final PumpFault[] FAULTS = PumpFault.values();

  private final Pump pump;
  private final Infusion infusion;
  private final Delivery delivery;
  private final AlarmDesk alarms;
  private final EventLog events;
  private PumpState lastState = PumpState.STOPPING;
  private PumpFault lastFault = PumpFault.NONE;
  private long lastCounterCount;

  PumpWatch(Pump pump, Infusion infusion, Delivery delivery, AlarmDesk alarms, EventLog events) {
    this.pump = pump;
    this.infusion = infusion;
    this.delivery = delivery;
    this.alarms = alarms;
    this.events = events;
  }

  void look(long nowNs) {
    PumpReading reading = pump.reading();
    delivery.account(reading, nowNs);
    book(reading, nowNs);
    if (reading.state != lastState || reading.fault != lastFault) {
      changed(reading);
    }
  }

  private void changed(PumpReading reading) {
    lastState = reading.state;
    lastFault = reading.fault;
    events.send(
        new ExecutorEvent.PumpChanged(
            events.stamp(), reading.state, reading.fault, reading.counterNl));
    AlarmCondition present = condition(reading.fault);
    for (PumpFault fault : FAULTS) {
      AlarmCondition condition = condition(fault);
      if (condition != null) {
        alarms.set(condition, condition == present);
      }
    }
  }

  private void book(PumpReading reading, long nowNs) {
    DeliveryLedger ledger = infusion.openLedger();
    if (ledger == null) {
      return;
    }
    if (reading.fault == PumpFault.RESET) {
      ledger.distrustCounter();
    }
    if (reading.runWrittenNs != 0 && infusion.programmed()) {
      infusion.markRan();
    }
    if (reading.mayMove) {
      ledger.mayFlow(reading.heardNs);
    } else if (reading.stoppedNs != 0) {
      ledger.atRest(reading.stoppedNs);
    }
    if (reading.counterKnown && reading.counterCount != lastCounterCount) {
      lastCounterCount = reading.counterCount;
      ledger.read(reading.counterNl, reading.counterDigitNl, reading.counterAskedNs);
    }
    ledger.advance(nowNs);
  }

  /** The alarm condition a pump fault is; null for none, and where a check tells it. */
  private static @Nullable AlarmCondition condition(PumpFault fault) {
    return switch (fault) {
      case NONE, END_REACHED -> null;
      case SILENT -> AlarmCondition.PUMP_SILENT;
      case LINE_LOST -> AlarmCondition.PUMP_LINE_LOST;
      case STOP_UNCONFIRMED -> AlarmCondition.PUMP_STOP_UNCONFIRMED;
      case START_UNCONFIRMED -> AlarmCondition.PUMP_START_UNCONFIRMED;
      case READ_BACK_MISMATCH, REFUSED -> AlarmCondition.PUMP_SETTING_REFUSED;
      case STALLED -> AlarmCondition.PUMP_STALLED;
      case RESET -> AlarmCondition.PUMP_RESET;
      case WATCHDOG -> AlarmCondition.PUMP_WATCHDOG;
      case PROGRAM_ERROR -> AlarmCondition.PUMP_PROGRAM_ERROR;
      case MOTION_WITHOUT_COMMAND -> AlarmCondition.MOTION_WITHOUT_COMMAND;
    };
  }
}
