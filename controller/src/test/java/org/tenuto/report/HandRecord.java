package org.tenuto.report;

import com.google.protobuf.MessageLite;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tenuto.journal.Entry;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalException;
import org.tenuto.proto.journal.Booted;
import org.tenuto.proto.journal.Checkpoint;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.Intent;
import org.tenuto.proto.journal.Ledger;
import org.tenuto.proto.journal.LinePressure;
import org.tenuto.proto.journal.Order;
import org.tenuto.proto.journal.OrderPhase;
import org.tenuto.proto.journal.OrderReadBack;
import org.tenuto.proto.journal.Prediction;
import org.tenuto.proto.journal.ProgramSent;
import org.tenuto.proto.journal.Propose;
import org.tenuto.proto.journal.PumpChanged;
import org.tenuto.proto.journal.ReadBack;
import org.tenuto.proto.journal.ReadBackPhase;
import org.tenuto.proto.journal.Stamp;
import org.tenuto.proto.journal.Start;
import org.tenuto.proto.journal.StateChanged;
import org.tenuto.proto.journal.StationStarted;

/** A record written by hand, a line at a time; times in ms of a board that started at 0. */
final class HandRecord {

  static final long STATION = 5;
  static final long EXECUTOR = 7;
  static final long NONCE = 99;

  private static final Instant WALL = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final long NS_PER_MS = 1_000_000;

  private final List<Entry> entries = new ArrayList<>();

  /** A station and an executor that have booted. */
  static HandRecord booted() {
    HandRecord record = new HandRecord();
    record.add(
        0,
        StationStarted.newBuilder()
            .setStationBootId(STATION)
            .setBuild("0.1.0 (hand)")
            .setConfiguration("site = \"ward 3\"\ndevice = \"pump-1\"\n")
            .setBoardBootId("board-1")
            .build());
    record.event(
        1,
        "IDLE",
        0,
        0,
        ExecutorEvent.newBuilder()
            .setBooted(
                Booted.newBuilder()
                    .setBootId(EXECUTOR)
                    .setBuild("0.1.0 (hand)")
                    .setPumpModel("NE-1000")));
    return record;
  }

  HandRecord add(long ms, MessageLite message) {
    return add(STATION, ms, message);
  }

  private HandRecord add(long bootId, long ms, MessageLite message) {
    entries.add(Entry.confined(bootId, ms * NS_PER_MS, WALL.plusMillis(ms), message));
    return this;
  }

  HandRecord event(long ms, String state, long nonce, long nl, ExecutorEvent.Builder event) {
    return event(ms, state, nonce, ledger(nl, nl, nl), event);
  }

  HandRecord event(long ms, String state, long nonce, Ledger ledger, ExecutorEvent.Builder event) {
    Stamp stamp =
        Stamp.newBuilder()
            .setCycle(ms)
            .setMonoNs(ms * NS_PER_MS)
            .setState(state)
            .setOrderNonce(nonce)
            .setLedger(ledger)
            .build();
    return add(EXECUTOR, ms, event.setStamp(stamp).build());
  }

  static Ledger ledger(long commandedNl, long atLeastNl, long atMostNl) {
    return Ledger.newBuilder()
        .setCommandedNl(commandedNl)
        .setAtLeastNl(atLeastNl)
        .setAtMostNl(atMostNl)
        .build();
  }

  HandRecord checkpoint(long ms, String state, long nonce, Ledger ledger, long rateNlPerH) {
    return add(
        EXECUTOR,
        ms,
        Checkpoint.newBuilder()
            .setExecutorBootId(EXECUTOR)
            .setState(state)
            .setOrderNonce(nonce)
            .setLedger(ledger)
            .setRateNlPerH(rateNlPerH)
            .setPhases(1)
            .build());
  }

  /** A second of a running order; 36 mL/h. */
  HandRecord pressure(long ms, LinePressure.Builder pressure) {
    return add(
        EXECUTOR,
        ms,
        Checkpoint.newBuilder()
            .setExecutorBootId(EXECUTOR)
            .setState("INFUSING")
            .setOrderNonce(NONCE)
            .setRateNlPerH(36_000_000)
            .setLinePressure(pressure)
            .build());
  }

  static Intent.Builder intent(String staffId) {
    return Intent.newBuilder()
        .setStationBootId(STATION)
        .setExecutorBootId(EXECUTOR)
        .setStaffId(staffId);
  }

  /** 70 kg, 36 mL/h of 1 mg/mL for 1 min, so 0.6 mL. */
  static Order order() {
    return Order.newBuilder()
        .setLibraryHash("abc")
        .setDrugId("KET")
        .setProtocolId("P-1")
        .setWeightG(70_000)
        .setWeightBasis("ACTUAL")
        .setConcentrationNgPerMl(1_000_000)
        .setSyringeId("S-50")
        .setLoadedNl(10_000_000)
        .setStaffId("rn-1")
        .addPhases(
            OrderPhase.newBuilder()
                .setKind("MAINTENANCE")
                .setUnit("MG_PER_H")
                .setAmountNg(36_000_000)
                .setDurationS(60))
        .build();
  }

  static ReadBack readBack(long nonce) {
    return ReadBack.newBuilder()
        .setNonce(nonce)
        .setOrder(order())
        .setDrugName("ketAMINE")
        .setProtocolName("One minute")
        .setSyringeName("A syringe")
        .setOrderedNg(600_000)
        .setAchievedNg(600_000)
        .setVolumeNl(600_000)
        .setDurationS(60)
        .addPhases(
            ReadBackPhase.newBuilder()
                .setKind("MAINTENANCE")
                .setOrderedNg(600_000)
                .setAchievedNg(600_000)
                .setVolumeNl(600_000)
                .setRateNlPerH(36_000_000)
                .setDurationS(60))
        .addPredictions(Prediction.newBuilder().setModelId("domino-1984"))
        .build();
  }

  /** Asked for, and read back 100 ms later. */
  HandRecord proposed(long ms, long nonce) {
    long seq = entries.size();
    add(
        ms,
        intent("rn-1")
            .setCommandSeq(seq)
            .setPropose(Propose.newBuilder().setOrder(order()))
            .build());
    OrderReadBack readBack =
        OrderReadBack.newBuilder()
            .setStationBootId(STATION)
            .setCommandSeq(seq)
            .setReadBack(readBack(nonce))
            .build();
    return event(
        ms + 100, "READY", nonce, 0, ExecutorEvent.newBuilder().setOrderReadBack(readBack));
  }

  /** Asked for, read back and started at that time; the pump runs 100 ms later. */
  HandRecord started(long ms, long nonce) {
    proposed(ms - 2_000, nonce);
    start(ms, nonce);
    event(
        ms,
        "INFUSING",
        nonce,
        0,
        ExecutorEvent.newBuilder()
            .setProgramSent(
                ProgramSent.newBuilder().setRateNlPerH(36_000_000).setVolumeNl(600_000)));
    return pump(ms + 100, "INFUSING", nonce, 0, "RUNNING");
  }

  /** Start is asked for, and no more. */
  HandRecord start(long ms, long nonce) {
    return add(
        ms,
        intent("rn-1")
            .setCommandSeq(entries.size())
            .setStart(Start.newBuilder().setNonce(nonce))
            .build());
  }

  HandRecord pump(long ms, String state, long nonce, long nl, String pumpState) {
    return event(
        ms,
        state,
        nonce,
        nl,
        ExecutorEvent.newBuilder()
            .setPumpChanged(PumpChanged.newBuilder().setPumpState(pumpState)));
  }

  /** The pump rests, and the order is complete. */
  HandRecord completed(long ms, long nonce, long nl) {
    pump(ms, "INFUSING", nonce, nl, "STOPPED");
    return event(
        ms,
        "COMPLETE",
        nonce,
        nl,
        ExecutorEvent.newBuilder()
            .setStateChanged(
                StateChanged.newBuilder()
                    .setFrom("INFUSING")
                    .setTo("COMPLETE")
                    .setReason("COMPLETE")));
  }

  /** How many records there are. */
  int size() {
    return entries.size();
  }

  Path write(Path file) throws JournalException {
    try (Journal journal = Journal.open(file)) {
      journal.appendAll(entries);
    }
    return file;
  }
}
