package org.tenuto.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private Path dir;

  private ExecutorLink executor;
  private Journal journal;
  private RecordKeeper keeper;
  private long eventSeq;

  @BeforeEach
  void join() throws Exception {
    executor = ExecutorLink.open(dir.resolve("link"), EXECUTOR);
    journal = Journal.open(dir.resolve("journal.db"));
    var station = StationLink.open(dir.resolve("link"), STATION);
    var memory = new DeviceMemory();
    var watch = new ExecutorWatch(station, dir.resolve("journal.db"), memory);
    keeper = new RecordKeeper(journal, station, watch, memory, new DoseHistory());
    keeper.start();
    await("adoption").atMost(LONG).until(() -> executor.stationBootId() == STATION);
    publish();
  }

  @AfterEach
  void part() throws Exception {
    keeper.finish();
    journal.close();
    executor.close();
  }

  private void publish() {
    var snapshot = new StatusSnapshot();
    snapshot.executorBootId = EXECUTOR;
    snapshot.nowNs = System.nanoTime();
    executor.publish(snapshot);
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
    await("the command").atMost(LONG).until(() -> hold(take()));
    assertThat(outcome).isNotDone();
    StationCommand.Header sent = held.header();
    List<JournalRecord> intents = records("Intent");
    assertThat(intents).hasSize(1);
    Intent intent = Intent.parseFrom(intents.getFirst().payload());
    assertThat(sent.journalSeq()).isEqualTo(intents.getFirst().seq());
    assertThat(intent.getCommandSeq()).isEqualTo(sent.seq());
    assertThat(intent.getExpiresAtNs()).isEqualTo(sent.expiresAtNs());
    assertThat(intent.getStaffId()).isEqualTo("rn-1");
  }

  private StationCommand held =
      new StationCommand.AcknowledgeAlarms(new StationCommand.Header(0, 0, 0, 0, 0));

  private boolean hold(@Nullable StationCommand command) {
    if (command != null) {
      held = command;
    }
    return command != null;
  }

  @Test
  void manyCommandsKeepTheirNumbersOnRecord() throws Exception {
    for (int i = 0; i < 20; i++) {
      assertThat(keeper.submit(StationCommand.AcknowledgeAlarms::new, Asked.by("rn-1"))).isNotNull();
    }
    List<StationCommand.Header> sent = new ArrayList<>();
    await("all commands")
        .atMost(LONG)
        .until(
            () -> {
              StationCommand command = take();
              if (command != null) {
                sent.add(command.header());
              }
              return sent.size() == 20;
            });
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
    await("all events").atMost(LONG).until(() -> records("ExecutorEvent").size() == 650);
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
    await("the hole").atMost(LONG).until(() -> !records("EventsMissing").isEmpty());
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
    await("the next command").atMost(LONG).until(() -> hold(take()));
    assertThat(held).isInstanceOf(StationCommand.Resume.class);
    assertThat(next).isNotDone();
    assertThat(keeper.failure()).isNull();
  }

  @Test
  void withoutARecordTheDeliveryIsStoppedAndNothingIsSentOrBeaten() throws Exception {
    report(1);
    await("a beat").atMost(LONG).until(() -> executor.heartbeat() > 0);
    journal.close();
    await("failure").atMost(LONG).until(() -> keeper.failure() != null);
    assertThat(executor.takeStop()).isTrue();
    long beats = executor.heartbeat();
    var outcome = keeper.submit(header -> new StationCommand.Resume(header, 7), Asked.by("rn-1"));
    assertThat(outcome.get(30, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(
            Outcome.NotSent.class, notSent -> assertThat(notSent.code()).isEqualTo("NO_RECORD"));
    assertThat(executor.heartbeat()).isEqualTo(beats);
    assertThat(take()).isNull();
  }
}
