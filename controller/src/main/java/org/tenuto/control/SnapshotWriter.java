package org.tenuto.control;

import java.util.Arrays;
import org.tenuto.alarm.AlarmPanel;
import org.tenuto.alarm.Annunciator;
import org.tenuto.dose.PrimingReadBack;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.Infusion;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.Priming;
import org.tenuto.pk.PredictedConcentrations;
import org.tenuto.pump.Pump;
import org.tenuto.pump.PumpReading;
import org.tenuto.pump.PumpState;

/** Fills the status snapshot from what the cycle knows. Loop thread only; allocates nothing. */
final class SnapshotWriter {

  private static final double PG_PER_NG = 1000;

  private final StatusSnapshot snapshot = new StatusSnapshot();
  private final Infusion infusion;
  private final Delivery delivery;
  private final AlarmPanel alarms;
  private final Annunciator annunciator;
  private final Pump pump;
  private final CycleStatistics statistics;
  private final EventLog events;
  private final ConcentrationWatch concentrations;
  private final Checks checks;

  SnapshotWriter(
      BootRecord boot,
      Infusion infusion,
      Delivery delivery,
      AlarmPanel alarms,
      Annunciator annunciator,
      Pump pump,
      boolean buzzer,
      ConcentrationWatch concentrations,
      Checks checks,
      CycleStatistics statistics,
      EventLog events) {
    this.infusion = infusion;
    this.delivery = delivery;
    this.alarms = alarms;
    this.annunciator = annunciator;
    this.pump = pump;
    this.statistics = statistics;
    this.events = events;
    this.concentrations = concentrations;
    this.checks = checks;
    snapshot.executorBootId = boot.bootId();
    snapshot.timingBits = boot.timingBits();
    snapshot.monitoredBits =
        checks.monitoredBits()
            | (boot.eStopLine() ? Checks.E_STOP_LINE : 0)
            | (buzzer ? Checks.BUZZER : 0);
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
    snapshot.audioPauseLeftNs = annunciator.pauseLeftNs(nowNs);
    snapshot.lastEventSeq = events.lastSeq();
    snapshot.droppedEvents = events.dropped();
    snapshot.skippedCycles = statistics.skippedCycles();
    snapshot.wakeErrorNs = statistics.wakeErrorNs();
    snapshot.worstWakeErrorNs = statistics.worstWakeErrorNs();
    snapshot.commandedNl = infusion.ledger().commandedNl();
    snapshot.atLeastNl = infusion.ledger().atLeastNl();
    snapshot.atMostNl = infusion.ledger().atMostNl();
    snapshot.timeLeftS = delivery.timeLeftS();
    snapshot.selfTestFailedBits = checks.selfTestFailedBits();
    writePressure(reading, nowNs);
    writePredictions();
    writePriming();
    ReadBack readBack = infusion.readBack();
    if (readBack == null) {
      writeNoOrder();
    } else {
      writeOrder(readBack, reading);
    }
    return snapshot;
  }

  private void writePressure(PumpReading reading, long nowNs) {
    boolean known = checks.knowsPressure(reading, nowNs);
    snapshot.pressureKnown = known ? 1 : 0;
    snapshot.pressurePa = known ? reading.pressurePa : 0;
  }

  private void writePriming() {
    Priming priming = infusion.priming();
    PrimingReadBack readBack = priming.readBack();
    snapshot.primingNl = readBack == null ? 0 : readBack.volumeNl();
    snapshot.primingRateNlPerH = readBack == null ? 0 : readBack.rateNlPerH();
    snapshot.primedCommandedNl = priming.ledger().commandedNl();
    snapshot.primedAtLeastNl = priming.ledger().atLeastNl();
    snapshot.primedAtMostNl = priming.ledger().atMostNl();
    snapshot.primedInAllNl = priming.allAtMostNl();
  }

  private void writeNoOrder() {
    snapshot.orderNonce = 0;
    snapshot.changing = 0;
    snapshot.phase = 0;
    snapshot.phases = 0;
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
    snapshot.orderNonce = infusion.orderNonce();
    snapshot.changing = delivery.isChanging() ? 1 : 0;
    snapshot.orderNl = readBack.volumeNl();
    snapshot.concentrationNgPerMl = readBack.order().concentrationNgPerMl();
    snapshot.weightG = readBack.weights().dosingG();
    ReadBack.Phase phase = infusion.phaseFigures();
    snapshot.phase = infusion.phase();
    snapshot.phases = readBack.phases().size();
    snapshot.orderRateNlPerH = phase.rateNlPerH();
    snapshot.rateNlPerH = flowing ? phase.rateNlPerH() : 0;
    snapshot.doseRateNgPerKgPerH = flowing ? phase.doseRateNgPerKgPerH() : 0;
  }

  private void writePredictions() {
    Arrays.fill(snapshot.plasmaPgPerMl, -1);
    Arrays.fill(snapshot.effectPgPerMl, -1);
    PredictedConcentrations predicted = concentrations.predicted();
    if (predicted == null) {
      return;
    }
    for (int i = 0; i < predicted.count(); i++) {
      int model = predicted.model(i).ordinal();
      snapshot.plasmaPgPerMl[model] = pgPerMl(predicted.cpNgPerMl(i));
      snapshot.effectPgPerMl[model] = pgPerMl(predicted.ceNgPerMl(i));
    }
  }

  private static long pgPerMl(double ngPerMl) {
    return Double.isNaN(ngPerMl) ? -1 : (long) (ngPerMl * PG_PER_NG);
  }
}
