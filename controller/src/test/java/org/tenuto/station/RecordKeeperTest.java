package org.tenuto.station;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.infusion.InfusionState;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.link.ExecutorLink;
import org.tenuto.link.StationLink;
import org.tenuto.proto.journal.Intent;

/** The keeper between a real journal and both real ends of the link. */
class RecordKeeperTest {

  private static final long EXECUTOR = 11;
  private static final long STATION = 22;

  @TempDir private Path dir;

  private ExecutorLink executor;
  private Journal journal;
  private Standstill standstill;
  private RecordKeeper keeper;
  private final HandClock clock = new HandClock();
  private long eventSeq;

  @BeforeEach
  void join() throws Exception {
    var station = StationLink.open(dir.resolve("link"), STATION);
    executor = ExecutorLink.open(dir.resolve("link"), EXECUTOR);
    journal = Journal.open(dir.resolve("journal.db"));
    var memory = new DeviceMemory();
    var watch = new ExecutorWatch(station, journal, clock, memory);
    standstill = new Standstill(clock.nowNs());
    keeper =
        new RecordKeeper(journal, station, clock, standstill, watch, memory, List.of(new DoseHistory()));
    publish();
    pass(HandClock.S);
    assertThat(executor.stationBootId()).isEqualTo(STATION);
  }

  @AfterEach
  void part() throws Exception {
    journal.close();
    executor.close();
  }

  private void publish() {
    var snapshot = new StatusSnapshot();
    snapshot.executorBootId = EXECUTOR;
    snapshot.nowNs = clock.nowNs();
    executor.publish(snapshot);
  }

  /** One round after the other, as on a device. */
  private void pass(long ns) {
    for (long passedNs = 0; passedNs < ns; passedNs += RecordKeeper.ROUND_NS) {
      clock.pass(RecordKeeper.ROUND_NS);
      standstill.look(clock.nowNs());
      keeper.round(clock.nowNs());
    }
  }

  private void report(int events) {
    for (int i = 0; i < events; i++) {
      var stamp =
          new ExecutorEvent.Stamp(++eventSeq, eventSeq, eventSeq, InfusionState.IDLE, 0, 0, 0, 0);
      assertThat(executor.offer(new ExecutorEvent.HaltTaken(stamp, true))).isTrue();
    }
  }

  private @Nullable StationCommand take() {
    return executor.poll();
  }

  private List<JournalRecord> records(String type) throws Exception {
    List<JournalRecord> found = new ArrayList<>();
    try (JournalReader reader = JournalReader.open(dir.resolve("journal.db"))) {
      for (JournalRecord record : reader.readAfter(0, 10_000)) {
        if (record.type().equals(type)) {
          found.add(record);
        }
      }
    }
    return found;
  }

  @Test
  void aCommandIsOnRecordBeforeItIsSentAndCarriesItsRecord() throws Exception {
    var outcome = keeper.submit(header -> new StationCommand.Resume(header, 5), Asked.by("rn-1"));
    assertThat(take()).isNull();
    pass(RecordKeeper.ROUND_NS);
    assertThat(outcome).isNotDone();
    StationCommand.Header sent = requireNonNull(take()).header();
    List<JournalRecord> intents = records("Intent");
    assertThat(intents).hasSize(1);
    Intent intent = Intent.parseFrom(intents.getFirst().payload());
    assertThat(sent.journalSeq()).isEqualTo(intents.getFirst().seq());
    assertThat(intent.getCommandSeq()).isEqualTo(sent.seq());
    assertThat(intent.getExpiresAtNs()).isEqualTo(sent.expiresAtNs());
    assertThat(intent.getStaffId()).isEqualTo("rn-1");
  }

  @Test
  void manyCommandsKeepTheirNumbersOnRecord() throws Exception {
    for (int i = 0; i < 20; i++) {
      assertThat(keeper.submit(StationCommand.AcknowledgeAlarms::new, Asked.by("rn-1")))
          .isNotNull();
    }
    List<StationCommand.Header> sent = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      pass(RecordKeeper.ROUND_NS);
      sent.add(requireNonNull(take()).header());
    }
    List<JournalRecord> intents = records("Intent");
    for (int i = 0; i < 20; i++) {
      Intent intent = Intent.parseFrom(intents.get(i).payload());
      assertThat(sent.get(i).seq()).isEqualTo(i + 1).isEqualTo(intent.getCommandSeq());
      assertThat(sent.get(i).journalSeq()).isEqualTo(intents.get(i).seq());
    }
  }

  @Test
  void aBacklogIsPutOnRecordWithoutAHole() throws Exception {
    report(650);
    pass(4 * RecordKeeper.ROUND_NS);
    assertThat(records("ExecutorEvent")).hasSize(650);
    assertThat(records("EventsMissing")).isEmpty();
    long expected = 1;
    for (JournalRecord record : records("ExecutorEvent")) {
      assertThat(
              org.tenuto.proto.journal.ExecutorEvent.parseFrom(record.payload())
                  .getStamp()
                  .getSeq())
          .isEqualTo(expected++);
    }
  }

  @Test
  void aHoleInTheEventsIsPutOnRecord() throws Exception {
    report(2);
    eventSeq += 3;
    report(1);
    pass(5 * RecordKeeper.ROUND_NS);
    var missing =
        org.tenuto.proto.journal.EventsMissing.parseFrom(
            records("EventsMissing").getFirst().payload());
    assertThat(missing.getFromSeq()).isEqualTo(3);
    assertThat(missing.getToSeq()).isEqualTo(5);
  }

  @Test
  void aCommandNobodyWaitsForIsNotSent() throws Exception {
    CompletableFuture<Outcome> given =
        keeper.submit(
            header -> {
              throw new IllegalStateException("sent though nobody waits");
            },
            Asked.by("rn-1"));
    given.cancel(false);
    CompletableFuture<Outcome> next =
        keeper.submit(header -> new StationCommand.Resume(header, 6), Asked.by("rn-1"));
    pass(2 * RecordKeeper.ROUND_NS);
    assertThat(take()).isInstanceOf(StationCommand.Resume.class);
    assertThat(next).isNotDone();
    assertThat(keeper.failure()).isNull();
  }

  @Test
  void withoutARecordTheDeliveryIsStoppedAndNothingIsSentOrBeaten() throws Exception {
    report(1);
    pass(HandClock.S);
    assertThat(executor.heartbeat()).isPositive();
    journal.close();
    pass(HandClock.S);
    assertThat(keeper.failure()).isNotNull();
    assertThat(executor.takeStop()).isTrue();
    long beats = executor.heartbeat();
    var outcome = keeper.submit(header -> new StationCommand.Resume(header, 7), Asked.by("rn-1"));
    pass(HandClock.S);
    assertThat(notSent(outcome)).isEqualTo("NO_RECORD");
    assertThat(executor.heartbeat()).isEqualTo(beats);
    assertThat(take()).isNull();
  }

  private static String notSent(CompletableFuture<Outcome> outcome) {
    return outcome.getNow(new Outcome.NoAnswer()) instanceof Outcome.NotSent(var code, _)
        ? code
        : "";
  }

  @Test
  void whoHearsNothingIsToldSoAfterTwoSecondsOfTheStationsClock() {
    var outcome = keeper.submit(header -> new StationCommand.Resume(header, 7), Asked.by("rn-1"));
    pass(StationCommand.GOOD_FOR_NS - RecordKeeper.ROUND_NS);
    assertThat(take()).isInstanceOf(StationCommand.Resume.class);
    assertThat(outcome).isNotDone();
    pass(RecordKeeper.ROUND_NS);
    assertThat(outcome).isCompletedWithValue(new Outcome.NoAnswer());
  }

  @Test
  void aCommandThatWaitedForTooLongIsNotSent() throws Exception {
    var outcome = keeper.submit(StationCommand.AcknowledgeAlarms::new, Asked.by("rn-1"));
    clock.pass(StationCommand.GOOD_FOR_NS + 1);
    pass(RecordKeeper.ROUND_NS);
    assertThat(notSent(outcome)).isEqualTo("EXPIRED");
    assertThat(take()).isNull();
    assertThat(records("Intent")).isEmpty();
  }

  @Test
  void aPressFromAStandstillStartsNoMotion() throws Exception {
    clock.pass(StationCommand.GOOD_FOR_NS + 1);
    var outcome = keeper.submit(header -> new StationCommand.Resume(header, 7), Asked.by("rn-1"));
    pass(RecordKeeper.ROUND_NS);
    assertThat(notSent(outcome)).isEqualTo("STOOD_STILL");
    assertThat(take()).isNull();
    assertThat(records("Intent")).isEmpty();
  }

  @Test
  void anExecutorThatFallsSilentIsPutOnRecordOnce() throws Exception {
    pass(5 * HandClock.S);
    assertThat(records("ExecutorLost")).hasSize(1);
    publish();
    pass(RecordKeeper.ROUND_NS);
    pass(5 * HandClock.S);
    assertThat(records("ExecutorLost")).hasSize(2);
  }

  @Test
  void aCheckpointASecondEarnsTheHeartbeat() throws Exception {
    int before = records("Checkpoint").size();
    for (int i = 0; i < 10; i++) {
      long beats = executor.heartbeat();
      publish();
      pass(HandClock.S / 2);
      publish();
      pass(HandClock.S / 2);
      assertThat(executor.heartbeat()).isGreaterThan(beats);
    }
    assertThat(records("Checkpoint")).hasSize(before + 10);
  }
}
