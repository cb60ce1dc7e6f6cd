package org.tenuto.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.control.StationCommand;
import org.tenuto.infusion.InfusionState;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.library.ShippedLibrary;
import org.tenuto.link.StationLink;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.Intent;
import org.tenuto.session.SessionRules;
import org.tenuto.telemetry.Envelope;
import org.tenuto.web.ReadBackView;
import org.tenuto.web.Reply;

/** The whole controller in the test's own thread, under the test's clock. */
class StationWorkTest {

  @TempDir private Path dir;

  private static List<JournalRecord> recordsIn(Path dir) throws Exception {
    try (JournalReader reader = JournalReader.open(dir.resolve("journal.db"))) {
      assertThat(reader.verify().broken()).isNull();
      return reader.readAfter(0, 100_000);
    }
  }

  /** From power-up over a started order and its stop to the end of the station. */
  private static List<Envelope> session(Path dir) throws Exception {
    try (var device = new SteppedDevice(dir)) {
      device.await(InfusionState.IDLE);
      device.pass(2 * HandClock.S);
      StationRequests requests = device.work.requests();
      ReadBackView shown = device.accepted(requests.propose(device.shortOrder()));
      assertThat(shown.readBack().volumeNl()).isEqualTo(700_000);
      String line =
          device.accepted(requests.start(shown.readBack().nonce(), shown.readBack().hash()));
      assertThat(line).isEqualTo("Started.");
      device.await(InfusionState.INFUSING);
      device.pass(3 * HandClock.S);
      var executor = device.work.live().executor();
      assertThat(requests.pageShows(executor.bootId(), executor.cycle())).isTrue();
      requests.stop();
      device.await(InfusionState.IDLE);
      device.pass(HandClock.S);
      assertThat(device.work.failure()).isNull();
      device.work.close();
      return List.copyOf(device.broker.heard);
    }
  }

  @Test
  void anOrderIsReadBackStartedStoppedAndAllOfItIsOnRecord() throws Exception {
    session(dir);
    List<String> asked = new ArrayList<>();
    List<String> happened = new ArrayList<>();
    List<String> types = new ArrayList<>();
    for (JournalRecord record : recordsIn(dir)) {
      types.add(record.type());
      if (record.type().equals("Intent")) {
        asked.add(Intent.parseFrom(record.payload()).getCommandCase().name());
      } else if (record.type().equals("ExecutorEvent")) {
        happened.add(ExecutorEvent.parseFrom(record.payload()).getBodyCase().name());
      }
    }
    assertThat(types.getFirst()).isEqualTo("StationStarted");
    assertThat(types.getLast()).isEqualTo("StationStopped");
    assertThat(types).contains("StationRecovered", "HaltRequested", "Checkpoint");
    assertThat(asked).containsExactly("PROPOSE", "START");
    assertThat(happened)
        .containsSubsequence(
            "BOOTED", "ORDER_READ_BACK", "ANSWERED", "STATE_CHANGED", "HALT_TAKEN");
  }

  @Test
  void theSameStepsMakeTheSameRecordAndTheSameTelemetry() throws Exception {
    List<Envelope> first = session(dir.resolve("first"));
    List<Envelope> second = session(dir.resolve("second"));
    assertThat(head(dir.resolve("first"))).isEqualTo(head(dir.resolve("second")));
    assertThat(first).hasSizeGreaterThan(20).isEqualTo(second);
    assertThat(first.stream().map(Envelope::topic)).contains("birth", "live", "last", "event");
  }

  private static ByteString head(Path dir) throws Exception {
    return recordsIn(dir).getLast().hash();
  }

  @Test
  void whoHearsNothingIsToldSoWhenTheCommandIsGoodNoMore() throws Exception {
    try (var device = new SteppedDevice(dir)) {
      device.await(InfusionState.IDLE);
      device.pass(2 * HandClock.S);
      var reply = device.work.requests().acknowledgeAlarms();
      device.passWithoutExecutor(StationCommand.GOOD_FOR_NS - RecordKeeper.ROUND_NS);
      assertThat(reply).isNotDone();
      device.passWithoutExecutor(2 * RecordKeeper.ROUND_NS);
      assertThat(reply).isDone();
      assertThat(reply.join())
          .isInstanceOfSatisfying(
              Reply.Refused.class, refused -> assertThat(refused.code()).isEqualTo("UNCONFIRMED"));
    }
  }

  /** As in the process, where a web thread waits and the record may wait for its disk. */
  @Test
  void aDeskDoesNotWaitForARecordThatStandsStill() throws Exception {
    var link = StationLink.open(dir.resolve("link"), 22);
    try (var journal = Journal.open(dir.resolve("journal.db"))) {
      var clock = new BoardClock();
      var library = ShippedLibrary.load(true);
      var work =
          new StationWork(new StationSetup(journal, link, null, clock, library, true, SessionRules.NONE, null, "rn-1", ""));
      work.begin();
      Reply<String> reply =
          assertTimeoutPreemptively(
              Duration.ofSeconds(30), () -> StationDesk.await(work.requests().acknowledgeAlarms()));
      assertThat(reply)
          .isInstanceOfSatisfying(
              Reply.Refused.class, refused -> assertThat(refused.code()).isEqualTo("UNCONFIRMED"));
      work.step(clock.nowNs());
      try (JournalReader reader = journal.reader()) {
        assertThat(reader.lastOf("Intent")).isEmpty();
      }
    }
  }

  @Test
  void itMustBeginBeforeItIsStepped() throws Exception {
    var link = StationLink.open(dir.resolve("link"), 22);
    try (var journal = Journal.open(dir.resolve("journal.db"))) {
      var clock = new HandClock();
      var setup =
          new StationSetup(journal, link, null, clock, ShippedLibrary.load(true), true, SessionRules.NONE, null, "rn-1", "");
      var work = new StationWork(setup);
      assertThatThrownBy(() -> work.step(clock.nowNs()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("a station was stepped before it began");
      assertThat(journal.lastSeq()).isZero();
    }
  }
}
