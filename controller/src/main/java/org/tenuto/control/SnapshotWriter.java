package org.tenuto.control;

import org.tenuto.alarm.AlarmPanel;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.Infusion;
import org.tenuto.infusion.InfusionState;
import org.tenuto.pump.Pump;
import org.tenuto.pump.PumpCapability;
import org.tenuto.pump.PumpReading;
import org.tenuto.pump.PumpState;

/** Fills the status snapshot from what the cycle knows. Loop thread only; allocates nothing. */
final class SnapshotWriter {

  private final StatusSnapshot snapshot = new StatusSnapshot();
  private final Infusion infusion;
  private final Delivery delivery;
  private final AlarmPanel alarms;
  private final Pump pump;
  private final CycleStatistics statistics;
  private final EventLog events;

  SnapshotWriter(
      BootRecord boot,
      Infusion infusion,
      Delivery delivery,
      AlarmPanel alarms,
      Pump pump,
      CycleStatistics statistics,
      EventLog events) {
    this.infusion = infusion;
    this.delivery = delivery;
    this.alarms = alarms;
    this.pump = pump;
    this.statistics = statistics;
    this.events = events;
    snapshot.executorBootId = boot.bootId();
    snapshot.timingBits = boot.timingBits();
    snapshot.monitoredBits = monitoredBits(pump.capability(), boot.eStopLine());
  }

  private static long monitoredBits(PumpCapability capability, boolean eStopLine) {
    return (capability.pressure() ? 1 : 0)
        | (capability.air() ? 2 : 0)
        | (capability.plunger() ? 4 : 0)
        | (capability.power() ? 8 : 0)
        | (eStopLine ? 16 : 0);
  }

  StatusSnapshot write(long cycle, long nowNs) {
    PumpReading reading = pump.reading();
    snapshot.cycle = cycle;
    snapshot.nowNs = nowNs;
    snapshot.state = infusion.state();
    snapshot.reason = infusion.reason();
    snapshot.pumpState = reading.state;
    snapshot.pumpFault = reading.fault;
    snapshot.alarmBits = alarms.activeBits();
    snapshot.alarmPresentBits = alarms.presentBits();
    snapshot.lastEventSeq = events.lastSeq();
    snapshot.droppedEvents = events.dropped();
    snapshot.skippedCycles = statistics.skippedCycles();
    snapshot.wakeErrorNs = statistics.wakeErrorNs();
    snapshot.worstWakeErrorNs = statistics.worstWakeErrorNs();
    snapshot.commandedNl = infusion.ledger().commandedNl();
    snapshot.atLeastNl = infusion.ledger().atLeastNl();
    snapshot.atMostNl = infusion.ledger().atMostNl();
    snapshot.timeLeftS = delivery.timeLeftS();
    ReadBack readBack = infusion.readBack();
    if (readBack == null) {
      writeNoOrder();
    } else {
      writeOrder(readBack, reading);
    }
    return snapshot;
  }

  private void writeNoOrder() {
    snapshot.orderNonce = 0;
    snapshot.orderNl = 0;
    snapshot.concentrationNgPerMl = 0;
    snapshot.weightG = 0;
    snapshot.orderRateNlPerH = 0;
    snapshot.rateNlPerH = 0;
    snapshot.doseRateNgPerKgPerH = 0;
  }

  private void writeOrder(ReadBack readBack, PumpReading reading) {
    boolean flowing =
        infusion.state() == InfusionState.INFUSING && reading.state == PumpState.RUNNING;
    snapshot.orderNonce = readBack.nonce();
    snapshot.orderNl = readBack.volumeNl();
    snapshot.concentrationNgPerMl = readBack.order().concentrationNgPerMl();
    snapshot.weightG = readBack.order().weightG();
    snapshot.orderRateNlPerH = readBack.rateNlPerH();
    snapshot.rateNlPerH = flowing ? readBack.rateNlPerH() : 0;
    snapshot.doseRateNgPerKgPerH = flowing ? readBack.doseRateNgPerKgPerH() : 0;
  }
}
