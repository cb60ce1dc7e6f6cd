package org.tenuto.link;

import org.tenuto.control.StatusSnapshot;
import org.tenuto.dose.Order;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;
import org.tenuto.pk.PkModel;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpState;

/** The status snapshot as a slot. Allocates nothing. */
final class SnapshotCodec {

  private static final InfusionState[] STATES = InfusionState.values();
  private static final NotDeliveringReason[] REASONS = NotDeliveringReason.values();
  private static final PumpState[] PUMP_STATES = PumpState.values();
  private static final PumpFault[] PUMP_FAULTS = PumpFault.values();
  private static final int MODELS = PkModel.values().length;

  /** Numbers after the enums and the phases: 34, and two of each model. */
  private static final int LONGS = 34 + 2 * MODELS;

  private SnapshotCodec() {}

  static void encode(StatusSnapshot from, SlotWriter slot) {
    slot.begin();
    slot.one(from.state);
    slot.one(from.reason);
    slot.one(from.pumpState);
    slot.one(from.pumpFault);
    slot.u8((int) from.phase);
    slot.u8((int) from.phases);
    slot.i64(from.executorBootId);
    slot.i64(from.cycle);
    slot.i64(from.nowNs);
    slot.i64(from.orderNonce);
    slot.i64(from.changing);
    slot.i64(from.orderNl);
    slot.i64(from.concentrationNgPerMl);
    slot.i64(from.weightG);
    slot.i64(from.orderRateNlPerH);
    slot.i64(from.rateNlPerH);
    slot.i64(from.doseRateNgPerKgPerH);
    slot.i64(from.commandedNl);
    slot.i64(from.atLeastNl);
    slot.i64(from.atMostNl);
    slot.i64(from.primingNl);
    slot.i64(from.primingRateNlPerH);
    slot.i64(from.primedCommandedNl);
    slot.i64(from.primedAtLeastNl);
    slot.i64(from.primedAtMostNl);
    slot.i64(from.primedInAllNl);
    slot.i64(from.timeLeftS);
    slot.i64(from.alarmBits);
    slot.i64(from.alarmPresentBits);
    slot.i64(from.audioPauseLeftNs);
    slot.i64(from.lastEventSeq);
    slot.i64(from.droppedEvents);
    slot.i64(from.skippedCycles);
    slot.i64(from.wakeErrorNs);
    slot.i64(from.worstWakeErrorNs);
    slot.i64(from.timingBits);
    slot.i64(from.monitoredBits);
    slot.i64(from.pressureKnown);
    slot.i64(from.pressurePa);
    slot.i64(from.selfTestFailedBits);
    for (int model = 0; model < MODELS; model++) {
      slot.i64(from.plasmaPgPerMl[model]);
      slot.i64(from.effectPgPerMl[model]);
    }
  }

  /** Fills {@code into}; false if the slot is malformed, and then {@code into} is as it was. */
  static boolean decode(SlotReader slot, StatusSnapshot into) {
    InfusionState state = slot.one(STATES);
    NotDeliveringReason reason = slot.one(REASONS);
    PumpState pumpState = slot.one(PUMP_STATES);
    PumpFault pumpFault = slot.one(PUMP_FAULTS);
    int phase = slot.count(Order.MOST_PHASES);
    int phases = slot.count(Order.MOST_PHASES);
    if (!slot.leaves(LONGS * Long.BYTES)) {
      return false;
    }
    into.state = state;
    into.reason = reason;
    into.pumpState = pumpState;
    into.pumpFault = pumpFault;
    into.phase = phase;
    into.phases = phases;
    into.executorBootId = slot.i64();
    into.cycle = slot.i64();
    into.nowNs = slot.i64();
    into.orderNonce = slot.i64();
    into.changing = slot.i64();
    into.orderNl = slot.i64();
    into.concentrationNgPerMl = slot.i64();
    into.weightG = slot.i64();
    into.orderRateNlPerH = slot.i64();
    into.rateNlPerH = slot.i64();
    into.doseRateNgPerKgPerH = slot.i64();
    into.commandedNl = slot.i64();
    into.atLeastNl = slot.i64();
    into.atMostNl = slot.i64();
    into.primingNl = slot.i64();
    into.primingRateNlPerH = slot.i64();
    into.primedCommandedNl = slot.i64();
    into.primedAtLeastNl = slot.i64();
    into.primedAtMostNl = slot.i64();
    into.primedInAllNl = slot.i64();
    into.timeLeftS = slot.i64();
    into.alarmBits = slot.i64();
    into.alarmPresentBits = slot.i64();
    into.audioPauseLeftNs = slot.i64();
    into.lastEventSeq = slot.i64();
    into.droppedEvents = slot.i64();
    into.skippedCycles = slot.i64();
    into.wakeErrorNs = slot.i64();
    into.worstWakeErrorNs = slot.i64();
    into.timingBits = slot.i64();
    into.monitoredBits = slot.i64();
    into.pressureKnown = slot.i64();
    into.pressurePa = slot.i64();
    into.selfTestFailedBits = slot.i64();
    for (int model = 0; model < MODELS; model++) {
      into.plasmaPgPerMl[model] = slot.i64();
      into.effectPgPerMl[model] = slot.i64();
    }
    return slot.complete();
  }
}
