package org.tenuto.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.ExecutorEvent.HaltTaken;
import org.tenuto.control.ExecutorEvent.Stamp;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StationCommand.Header;
import org.tenuto.control.StationCommand.Resume;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.infusion.InfusionState;
import org.tenuto.measure.Allocation;

class LinkTest {

  private static final long STATION = 11;
  private static final long EXECUTOR = 22;

  @TempDir Path dir;
  private StationLink station;
  private ExecutorLink executor;

  @BeforeEach
  void bothSides() throws IOException {
    station = StationLink.open(dir, STATION);
    executor = ExecutorLink.open(dir, EXECUTOR);
    assertThat(station.attach()).isEqualTo(EXECUTOR);
  }

  @AfterEach
  void close() {
    executor.close();
  }

  private static StationCommand command(long stationBootId, long seq) {
    return new Resume(new Header(EXECUTOR, stationBootId, seq, 3, 4), seq * 5);
  }

  private static ExecutorEvent event(long seq) {
    return new HaltTaken(new Stamp(seq, seq, seq, InfusionState.IDLE, 0, 0, 0, 0), true);
  }

  @Test
  void commandsGoDownInOrder() {
    assertThat(executor.stationBootId()).isEqualTo(STATION);
    assertThat(station.adopted()).isTrue();
    assertThat(executor.poll()).isNull();
    assertThat(station.send(command(STATION, 1))).isTrue();
    assertThat(station.send(command(STATION, 2))).isTrue();
    assertThat(executor.poll()).isEqualTo(command(STATION, 1));
    assertThat(executor.poll()).isEqualTo(command(STATION, 2));
    assertThat(executor.poll()).isNull();
    assertThat(executor.rejected()).isZero();
  }

  @Test
  void whatAPageShowsGoesDownAndNeverBackAndIsOfThisExecutorAlone() throws IOException {
    assertThat(executor.pageShows()).isZero();
    assertThat(station.pageShows(EXECUTOR, 500)).isTrue();
    assertThat(station.pageShows(EXECUTOR, 400)).isTrue();
    assertThat(executor.pageShows()).isEqualTo(500);
    assertThat(station.pageShows(EXECUTOR + 1, 600)).isFalse();
    assertThat(station.pageShows(0, 600)).isFalse();
    assertThat(executor.pageShows()).isEqualTo(500);
    try (ExecutorLink successor = ExecutorLink.open(dir, EXECUTOR + 1)) {
      assertThat(successor.pageShows()).isZero();
    }
  }

  @Test
  void aFullCommandRingTakesNoMoreUntilOneIsRead() {
    for (int seq = 1; seq <= 64; seq++) {
      assertThat(station.send(command(STATION, seq))).isTrue();
    }
    assertThat(station.send(command(STATION, 65))).isFalse();
    assertThat(station.nextCommandSeq()).isEqualTo(65);
    assertThat(executor.poll()).isEqualTo(command(STATION, 1));
    assertThat(station.send(command(STATION, 65))).isTrue();
  }

  @Test
  void refusesACommandOutOfOrderOrOfAnotherStation() {
    assertThatThrownBy(() -> station.send(command(STATION, 2)))
        .hasMessage("command 2: expected 1 of this station's boot");
    assertThatThrownBy(() -> station.send(command(STATION + 1, 1)))
        .hasMessage("command 1: expected 1 of this station's boot");
    assertThat(executor.poll()).isNull();
  }

  @Test
  void eventsStayUntilTheyAreDurable() {
    for (int seq = 1; seq <= LinkLayout.EVENTS; seq++) {
      boolean room = seq <= LinkLayout.EVENTS - LinkLayout.EVENTS_RESERVE;
      assertThat(executor.offer(event(seq))).isEqualTo(room);
      assertThat(station.pollEvent()).isEqualTo(event(seq)); // from the reserve too
    }
    assertThat(executor.dropped()).isZero();
    // all are read, none is on disk yet: the next one is dropped, and counted
    assertThat(executor.offer(event(1_025))).isFalse();
    assertThat(executor.dropped()).isEqualTo(1);
    assertThat(station.dropped()).isEqualTo(1);
    station.eventsDurableTo(2);
    assertThat(executor.offer(event(1_026))).isFalse(); // room in the reserve only
    assertThat(executor.dropped()).isEqualTo(1);
    assertThat(station.pollEvent()).isNull(); // the dropped one
    assertThat(station.rejected()).isEqualTo(1);
    assertThat(station.pollEvent()).isEqualTo(event(1_026));
    assertThat(station.pollEvent()).isNull();
    assertThat(station.rejected()).isEqualTo(1);
  }

  /** The station is behind by all but the reserve: that the delivery ends for it is still heard. */
  @Test
  void theAlarmOfAFullRingIsHeard() {
    long last = LinkLayout.EVENTS - LinkLayout.EVENTS_RESERVE;
    for (long seq = 1; seq <= last; seq++) {
      assertThat(executor.offer(event(seq))).isTrue();
    }
    assertThat(executor.offer(event(last + 1))).isFalse();
    var stamp = new Stamp(last + 2, 1, 1, InfusionState.FAULT, 0, 0, 0, 0);
    ExecutorEvent alarm = new ExecutorEvent.AlarmRaised(stamp, AlarmCondition.EVENTS_LOST);
    assertThat(executor.offer(alarm)).isFalse();
    assertThat(executor.dropped()).isZero();
    for (long seq = 1; seq <= last + 1; seq++) {
      assertThat(station.pollEvent()).isEqualTo(event(seq));
    }
    assertThat(station.pollEvent()).isEqualTo(alarm);
  }

  @Test
  void dropsAnEventThatDoesNotRise() {
    assertThat(executor.offer(event(1))).isTrue();
    assertThat(executor.offer(event(1))).isFalse();
    assertThat(executor.offer(event(Long.MIN_VALUE))).isFalse();
    assertThat(executor.offer(event(Long.MAX_VALUE))).isFalse();
    assertThat(executor.dropped()).isEqualTo(3);
    assertThat(station.pollEvent()).isEqualTo(event(1));
  }

  @Test
  void durableIsOnlyWhatWasRead() {
    assertThat(executor.offer(event(1))).isTrue();
    assertThatThrownBy(() -> station.eventsDurableTo(1))
        .hasMessage("durable to event 1: expected 0 to 0");
    assertThatThrownBy(() -> station.resumeAfter(EXECUTOR, 2))
        .hasMessage("resume after event 2: expected 0 to 1, the last written");
  }

  @Test
  void stopAndPauseAreTakenOnce() {
    assertThat(executor.takeStop()).isFalse();
    assertThat(executor.takePause()).isFalse();
    station.requestStop();
    station.requestStop();
    assertThat(executor.takePause()).isFalse();
    assertThat(executor.takeStop()).isTrue();
    assertThat(executor.takeStop()).isFalse();
    station.requestPause();
    assertThat(executor.takeStop()).isFalse();
    assertThat(executor.takePause()).isTrue();
    assertThat(executor.takePause()).isFalse();
  }

  @Test
  void stopPassesAFullRing() {
    for (int seq = 1; seq <= 64; seq++) {
      assertThat(station.send(command(STATION, seq))).isTrue();
    }
    station.requestStop();
    assertThat(executor.takeStop()).isTrue();
  }

  @Test
  void theHeartbeatChangesWithEachBeatOnly() {
    long first = executor.heartbeat();
    assertThat(executor.heartbeat()).isEqualTo(first);
    station.beat();
    long second = executor.heartbeat();
    assertThat(second).isNotEqualTo(first);
    assertThat(executor.heartbeat()).isEqualTo(second);
  }

  @Test
  void theSnapshotIsWhatWasPublishedLast() {
    StatusSnapshot read = new StatusSnapshot();
    assertThat(station.readSnapshot(read)).isFalse();
    StatusSnapshot sent = new StatusSnapshot();
    sent.cycle = 1;
    executor.publish(sent);
    sent.cycle = 2;
    executor.publish(sent);
    assertThat(station.readSnapshot(read)).isTrue();
    assertThat(read).usingRecursiveComparison().isEqualTo(sent);
  }

  @Test
  @Timeout(value = 300, unit = TimeUnit.SECONDS)
  void noSnapshotIsEverTorn() throws Exception {
    FutureTask<Void> writing = new FutureTask<>(this::publishAscending, null);
    start(writing);
    StatusSnapshot read = new StatusSnapshot();
    long last = 0;
    while (!writing.isDone()) {
      if (station.readSnapshot(read)) {
        assertThat(read.monitoredBits).isEqualTo(read.executorBootId);
        assertThat(read.atMostNl).isEqualTo(read.executorBootId);
        assertThat(read.executorBootId).isGreaterThanOrEqualTo(last);
        last = read.executorBootId;
      }
    }
    writing.get();
    assertThat(station.readSnapshot(read)).isTrue();
    assertThat(read.executorBootId).isEqualTo(3_000_000);
  }

  /** A daemon: a test that fails leaves the other side waiting. */
  private static void start(Runnable side) {
    Thread thread = new Thread(side);
    thread.setDaemon(true);
    thread.start();
  }

  private void publishAscending() {
    StatusSnapshot sent = new StatusSnapshot();
    for (long i = 1; i <= 3_000_000; i++) {
      sent.executorBootId = i;
      sent.atMostNl = i;
      sent.monitoredBits = i;
      executor.publish(sent);
    }
  }

  @Test
  @Timeout(value = 300, unit = TimeUnit.SECONDS)
  void aMillionSlotsPassInOrder() throws Exception {
    long count = 1_000_000;
    FutureTask<Void> sending =
        new FutureTask<>(
            () -> {
              for (long seq = 1; seq <= count; seq++) {
                while (!station.send(command(STATION, seq))) {
                  LockSupport.parkNanos(1_000);
                }
              }
              return null;
            });
    start(sending);
    for (long seq = 1; seq <= count; ) {
      StationCommand read = executor.poll();
      if (read == null) {
        assertThat(executor.rejected()).isZero();
        LockSupport.parkNanos(1_000);
      } else {
        assertThat(read.equals(command(STATION, seq))).as("command " + seq).isTrue();
        seq++;
      }
    }
    sending.get();
    assertThat(executor.rejected()).isZero();
  }

  @Test
  @Timeout(value = 300, unit = TimeUnit.SECONDS)
  void aMillionEventsPassInOrder() throws Exception {
    long count = 1_000_000;
    FutureTask<Void> reading =
        new FutureTask<>(
            () -> {
              for (long seq = 1; seq <= count; ) {
                ExecutorEvent read = station.pollEvent();
                if (read == null) {
                  assertThat(station.rejected()).isZero();
                  LockSupport.parkNanos(1_000);
                  continue;
                }
                assertThat(read.equals(event(seq))).as("event " + seq).isTrue();
                station.eventsDurableTo(seq);
                seq++;
              }
              return null;
            });
    start(reading);
    for (long seq = 1; seq <= count && !reading.isDone(); ) {
      long dropped = executor.dropped();
      executor.offer(event(seq));
      if (executor.dropped() == dropped) {
        seq++;
      } else {
        LockSupport.parkNanos(1_000);
      }
    }
    reading.get();
    assertThat(station.rejected()).isZero();
    assertThat(station.lost()).isZero();
  }

  @Test
  void aCycleWithoutAChangeAllocatesNothing() {
    StatusSnapshot snapshot = new StatusSnapshot();
    Allocation.assertNone(
        () -> {
          executor.stationBootId();
          executor.heartbeat();
          executor.takeStop();
          executor.takePause();
          executor.poll();
          snapshot.cycle++;
          executor.publish(snapshot);
        });
  }

  @Test
  void readingTheSnapshotAllocatesNothing() {
    executor.publish(new StatusSnapshot());
    StatusSnapshot read = new StatusSnapshot();
    Allocation.assertNone(() -> station.readSnapshot(read));
    assertThat(station.readSnapshot(read)).isTrue();
  }

  @Test
  void offeringAllocatesNothing() {
    ExecutorEvent event = event(1);
    assertThat(executor.offer(event)).isTrue();
    Allocation.assertNone(() -> executor.offer(event)); // dropped: it does not rise
    SlotWriter slot = new SlotWriter(LinkLayout.EVENT_BYTES);
    Allocation.assertNone(() -> EventCodec.encode(event, slot));
  }

  @Test
  void watchingABeatingStationAllocatesNothing() throws IOException {
    try (StationWatch watch = new StationWatch(StationPlace.in(dir))) {
      Allocation.assertNone(
          () -> {
            station.beat();
            watch.look();
          });
    }
  }

  @Test
  void makesItsDirectoryAndLeavesNothingElse() throws IOException {
    Path deep = dir.resolve("a/b");
    StationLink.open(deep, 1);
    try (var files = Files.list(deep)) {
      assertThat(files.map(p -> p.getFileName().toString())).containsExactly("station.link");
    }
  }

  @Test
  void saysWhatIsWrongWithADirectory() throws IOException {
    Path file = Files.createFile(dir.resolve("file"));
    assertThatThrownBy(() -> StationLink.open(file, 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString());
    assertThatThrownBy(() -> ExecutorLink.open(dir, 0))
        .hasMessage("boot id 0: expected any other number");
  }
}
