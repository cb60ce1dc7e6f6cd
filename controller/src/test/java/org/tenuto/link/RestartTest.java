package org.tenuto.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.ExecutorEvent.HaltTaken;
import org.tenuto.control.ExecutorEvent.Stamp;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StationCommand.Header;
import org.tenuto.control.StationCommand.ResetFault;
import org.tenuto.infusion.InfusionState;

/** One side dies and comes back while the other goes on. */
class RestartTest {

  private static final long EXECUTOR = 100;

  @TempDir Path dir;

  @SuppressWarnings("NullAway.Init") // each test opens its own
  private ExecutorLink executor;

  @AfterEach
  void close() {
    executor.close();
  }

  private static ExecutorEvent event(long seq) {
    return new HaltTaken(new Stamp(seq, seq, seq, InfusionState.IDLE, 0, 0, 0, 0), false);
  }

  private static StationCommand command(long executorBootId, long stationBootId, long seq) {
    return new ResetFault(new Header(executorBootId, stationBootId, seq, 0, 0));
  }

  private void adopted(long stationBootId) {
    await().atMost(Duration.ofSeconds(30)).until(() -> executor.stationBootId() == stationBootId);
  }

  @Test
  void anExecutorAloneWaitsForItsStation() throws IOException {
    executor = ExecutorLink.open(dir, EXECUTOR);
    assertThat(executor.stationBootId()).isZero();
    assertThat(executor.poll()).isNull();
    assertThat(executor.takeStop()).isFalse();
    assertThat(executor.takePause()).isFalse();
    assertThat(executor.heartbeat()).isZero();
    assertThat(executor.offer(event(1))).isTrue();
    StationLink station = StationLink.open(dir, 1);
    adopted(1);
    assertThat(station.attach()).isEqualTo(EXECUTOR);
    assertThat(station.pollEvent()).isEqualTo(event(1));
  }

  @Test
  void aStationAloneSendsNothing() throws IOException {
    StationLink station = StationLink.open(dir, 1);
    assertThat(station.attach()).isZero();
    assertThat(station.adopted()).isFalse();
    assertThat(station.send(command(EXECUTOR, 1, 1))).isFalse();
    assertThat(station.pollEvent()).isNull();
    executor = ExecutorLink.open(dir, EXECUTOR);
    assertThat(station.attach()).isEqualTo(EXECUTOR);
    assertThat(station.send(command(EXECUTOR, 1, 1))).isTrue();
    assertThat(executor.poll()).isEqualTo(command(EXECUTOR, 1, 1));
  }

  @Test
  void aRestartedStationIsAdoptedAndResumesFromItsJournal() throws IOException {
    StationLink first = StationLink.open(dir, 1);
    executor = ExecutorLink.open(dir, EXECUTOR);
    first.attach();
    for (int seq = 1; seq <= 5; seq++) {
      assertThat(executor.offer(event(seq))).isTrue();
    }
    assertThat(first.pollEvent()).isEqualTo(event(1));
    first.eventsDurableTo(1);
    first.beat();
    long beats = executor.heartbeat();

    StationLink second = StationLink.open(dir, 2); // the first one is dead: it beats no more
    assertThat(second.attach()).isEqualTo(EXECUTOR);
    assertThat(second.adopted()).isFalse();
    assertThat(second.send(command(EXECUTOR, 2, 1))).isFalse();
    adopted(2);
    assertThat(executor.heartbeat()).isEqualTo(beats); // being there is not yet a sign of life
    assertThat(second.attach()).isEqualTo(EXECUTOR);
    second.resumeAfter(EXECUTOR + 1, 4); // another boot's position changes nothing
    second.resumeAfter(EXECUTOR, 3);
    assertThat(second.pollEvent()).isEqualTo(event(4));
    assertThat(second.pollEvent()).isEqualTo(event(5));
    assertThat(second.pollEvent()).isNull();
    second.eventsDurableTo(5);
    second.beat();
    assertThat(executor.heartbeat()).isNotEqualTo(beats);
    assertThat(second.send(command(EXECUTOR, 2, 1))).isTrue();
    assertThat(executor.poll()).isEqualTo(command(EXECUTOR, 2, 1));
  }

  @Test
  void aStopInTheOldFileCountsAndSoDoesOneInTheNew() throws IOException {
    StationLink first = StationLink.open(dir, 1);
    executor = ExecutorLink.open(dir, EXECUTOR);
    StationWatch watch = new StationWatch(StationPlace.in(dir));
    first.requestStop();
    assertThat(executor.takeStop()).isTrue();
    first.requestStop();
    first.requestPause();
    StationLink second = StationLink.open(dir, 2);
    adopted(2);
    assertThat(executor.takeStop()).isTrue();
    assertThat(executor.takePause()).isTrue();
    assertThat(executor.takeStop()).isFalse();
    second.requestStop();
    assertThat(executor.takeStop()).isTrue();
    watch.close();
  }

  @Test
  void aBeatingStationIsNotReplaced() throws IOException {
    StationLink first = StationLink.open(dir, 1);
    StationWatch watch = new StationWatch(StationPlace.in(dir));
    StationLink.open(dir, 2);
    for (int i = 0; i < 100; i++) {
      first.beat();
      watch.look();
    }
    assertThat(bootId(watch)).isEqualTo(1);
    for (int i = 0; i < 12; i++) {
      watch.look();
    }
    assertThat(bootId(watch)).isEqualTo(2);
    executor = ExecutorLink.open(dir, EXECUTOR);
  }

  private static long bootId(StationWatch watch) {
    LinkFile found = watch.found();
    return found == null ? 0 : found.bootId();
  }

  @Test
  void aRestartedExecutorHandsOutOnlyWhatItsPredecessorNeverRead() throws IOException {
    StationLink station = StationLink.open(dir, 1);
    executor = ExecutorLink.open(dir, EXECUTOR);
    station.attach();
    for (int seq = 1; seq <= 3; seq++) {
      assertThat(station.send(command(EXECUTOR, 1, seq))).isTrue();
    }
    assertThat(executor.poll()).isEqualTo(command(EXECUTOR, 1, 1));
    station.requestStop();
    executor.close();

    executor = ExecutorLink.open(dir, EXECUTOR + 1);
    assertThat(executor.takeStop()).isFalse(); // asked of the predecessor
    assertThat(executor.poll()).isEqualTo(command(EXECUTOR, 1, 2)); // as it was: Expired
    assertThat(executor.poll()).isEqualTo(command(EXECUTOR, 1, 3));
    assertThat(executor.poll()).isNull();
    assertThat(station.attach()).isEqualTo(EXECUTOR + 1);
    assertThat(station.send(command(EXECUTOR + 1, 1, 4))).isTrue();
    assertThat(executor.poll()).isEqualTo(command(EXECUTOR + 1, 1, 4));
  }

  @Test
  void lastWordsOfADeadExecutorAreReadBeforeTheNext() throws IOException {
    StationLink station = StationLink.open(dir, 1);
    executor = ExecutorLink.open(dir, EXECUTOR);
    station.attach();
    assertThat(executor.offer(event(1))).isTrue();
    assertThat(executor.offer(event(2))).isTrue();
    executor.close();

    executor = ExecutorLink.open(dir, EXECUTOR + 1);
    assertThat(executor.offer(event(1))).isTrue();
    assertThat(station.attach()).isEqualTo(EXECUTOR);
    assertThat(station.pollEvent()).isEqualTo(event(1));
    assertThat(station.pollEvent()).isEqualTo(event(2));
    station.eventsDurableTo(2);
    assertThat(station.attach()).isEqualTo(EXECUTOR + 1);
    assertThat(station.pollEvent()).isEqualTo(event(1));
  }

  @Test
  void whatAPredecessorWasToldIsNotForItsSuccessor() throws IOException {
    StationLink station = StationLink.open(dir, 1);
    executor = ExecutorLink.open(dir, EXECUTOR);
    station.attach();
    for (int seq = 1; seq <= 900; seq++) {
      assertThat(executor.offer(event(seq))).isTrue();
      assertThat(station.pollEvent()).isEqualTo(event(seq));
    }
    station.eventsDurableTo(900);
    executor.close();

    executor = ExecutorLink.open(dir, EXECUTOR + 1);
    for (int seq = 1; seq <= LinkLayout.EVENTS; seq++) {
      executor.offer(event(seq));
    }
    assertThat(executor.dropped()).isZero();
    assertThat(executor.offer(event(LinkLayout.EVENTS + 1))).isFalse();
    assertThat(executor.dropped()).isEqualTo(1);
  }

  @Test
  void aStationWithoutAJournalCountsWhatItMissed() throws IOException {
    StationLink first = StationLink.open(dir, 1);
    executor = ExecutorLink.open(dir, EXECUTOR);
    first.attach();
    for (int seq = 1; seq <= LinkLayout.EVENTS + 10; seq++) {
      assertThat(executor.offer(event(seq))).isTrue();
      assertThat(first.pollEvent()).isEqualTo(event(seq));
      first.eventsDurableTo(seq);
    }
    StationLink second = StationLink.open(dir, 2);
    second.attach();
    assertThat(second.pollEvent()).isNull();
    assertThat(second.lost()).isEqualTo(10);
    assertThat(second.pollEvent()).isEqualTo(event(11));
  }
}
