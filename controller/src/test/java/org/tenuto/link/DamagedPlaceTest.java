package org.tenuto.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.ExecutorEvent.HaltTaken;
import org.tenuto.control.ExecutorEvent.Stamp;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StationCommand.Header;
import org.tenuto.control.StationCommand.ResetFault;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.infusion.InfusionState;

/** A file is cut short, taken away or replaced while both sides run, or is not a file at all. */
class DamagedPlaceTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path dir;
  private StationLink station;
  private ExecutorLink executor;
  private final StatusSnapshot snapshot = new StatusSnapshot();
  private long seq;

  @BeforeEach
  void bothSides() throws IOException {
    station = StationLink.open(dir, 1);
    executor = ExecutorLink.open(dir, 2);
    station.attach();
  }

  @AfterEach
  void close() {
    executor.close();
  }

  private Path place(String name) {
    return dir.resolve(name);
  }

  private void cutShort(String name) throws IOException {
    try (FileChannel file = FileChannel.open(place(name), StandardOpenOption.WRITE)) {
      file.truncate(0);
    }
  }

  private static StationCommand command(long executorBoot, long stationBoot, long seq) {
    return new ResetFault(new Header(executorBoot, stationBoot, seq, 0, 0));
  }

  private boolean offerNext() {
    seq++;
    var stamp = new Stamp(seq, seq, seq, InfusionState.IDLE, 0, 0, 0, 0);
    return executor.offer(new HaltTaken(stamp, false));
  }

  /** What the executor does with the link in one cycle. A fault that is left over is thrown here. */
  private void executorCycle() {
    executor.stationBootId();
    executor.heartbeat();
    Fault.surface();
    executor.takeStop();
    Fault.surface();
    executor.takePause();
    Fault.surface();
    executor.poll();
    Fault.surface();
    snapshot.cycle++;
    executor.publish(snapshot);
    Fault.surface();
  }

  /** What the station does with the link in one round. */
  private @Nullable ExecutorEvent stationRound() {
    station.readSnapshot(new StatusSnapshot());
    Fault.surface();
    ExecutorEvent event = station.pollEvent();
    Fault.surface();
    station.adopted();
    station.dropped();
    station.beat();
    Fault.surface();
    return event;
  }

  private void warmUp(int rounds) {
    for (int i = 0; i < rounds; i++) {
      executorCycle();
      stationRound();
    }
  }

  private void workTogether(long executorBoot, long stationBoot) {
    await().atMost(LONG).until(() -> executor.stationBootId() == stationBoot);
    await().atMost(LONG).until(() -> station.attach() == executorBoot);
    long next = station.nextCommandSeq();
    assertThat(station.send(command(executorBoot, stationBoot, next))).isTrue();
    assertThat(executor.poll()).isEqualTo(command(executorBoot, stationBoot, next));
    executor.publish(snapshot);
    assertThat(station.readSnapshot(new StatusSnapshot())).isTrue();
    station.requestStop();
    assertThat(executor.takeStop()).isTrue();
  }

  /** Cold, half and wholly compiled code meet the fault at different places. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2_000, 60_000})
  void aStationFileCutShortIsASilentStation(int warmUps) throws IOException {
    warmUp(warmUps);
    station.beat();
    long beats = executor.heartbeat();
    cutShort("station.link");
    for (int i = 0; i < 3; i++) {
      executorCycle();
      assertThat(executor.heartbeat()).isEqualTo(beats);
      assertThat(executor.takeStop()).isFalse();
      assertThat(executor.poll()).isNull();
      assertThat(offerNext()).isTrue();
      Fault.surface();
    }
    await()
        .atMost(LONG)
        .until(() -> Objects.toString(executor.stationRefusal()).contains("size is 0"));
    station = StationLink.open(dir, 3);
    workTogether(2, 3);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2_000, 60_000})
  void anExecutorFileCutShortIsALostController(int warmUps) throws IOException {
    warmUp(warmUps);
    assertThat(offerNext()).isTrue();
    cutShort("executor.link");
    for (int i = 0; i < 3; i++) {
      assertThat(station.readSnapshot(snapshot)).isFalse();
      assertThat(stationRound()).isNull();
      assertThat(station.send(command(2, 1, station.nextCommandSeq()))).isFalse();
      executorCycle();
      assertThat(offerNext()).isFalse(); // so it is dropped, which stops a delivery
      Fault.surface();
    }
    assertThat(executor.dropped()).isEqualTo(3);
    station.requestStop();
    assertThat(executor.takeStop()).isTrue();
    station.attach();
    assertThat(station.executorRefusal()).contains("size is 0, expected ");
    executor.close();
    executor = ExecutorLink.open(dir, 4);
    workTogether(4, 1);
  }

  @Test
  void theirWriterOutlivesItsOwnFileBeingCutShort() throws IOException {
    cutShort("station.link");
    station.requestStop();
    station.requestPause();
    station.beat();
    Fault.surface();
    assertThat(station.send(command(2, 1, station.nextCommandSeq()))).isFalse();
    Fault.surface();
  }

  @Test
  void bothGoOnWithFilesThatWereDeletedAndTheNextOnesAreFound() throws IOException {
    Files.delete(place("station.link"));
    Files.delete(place("executor.link"));
    station.attach();
    workTogether(2, 1);
    station = StationLink.open(dir, 3);
    assertThat(station.attach()).isZero(); // nobody finds the executor's file: controller lost
    executor.close();
    executor = ExecutorLink.open(dir, 4);
    workTogether(4, 3);
  }

  @Test
  void bothGoOnWhenSomethingElseIsPutInPlace() throws IOException {
    for (String name : new String[] {"station.link", "executor.link"}) {
      Path other = Files.write(dir.resolve("other"), new byte[100]);
      Files.move(other, place(name), StandardCopyOption.REPLACE_EXISTING);
    }
    station.attach();
    assertThat(station.executorRefusal()).contains("size is 100, expected ");
    workTogether(2, 1);
    station = StationLink.open(dir, 3);
    await().atMost(LONG).until(() -> executor.stationBootId() == 3);
  }

  @Test
  void aZeroedHeaderIsNoticedOnlyByTheNextToOpenIt() throws IOException {
    try (FileChannel file = FileChannel.open(place("station.link"), StandardOpenOption.WRITE)) {
      file.write(LinkHeader.empty(), 0);
    }
    workTogether(2, 1);
    executor.close();
    executor = ExecutorLink.open(dir, 4);
    assertThat(executor.stationBootId()).isZero();
    assertThat(executor.stationRefusal()).contains("magic is 0, expected ");
  }

  @Test
  void takesNoLinkFolderOrPipe() throws Exception {
    executor.close();
    Path kept = Files.move(place("station.link"), dir.resolve("kept"));
    Files.createSymbolicLink(place("station.link"), kept);
    refusesStation("is a link, folder or device, expected a plain file");
    Files.delete(place("station.link"));
    Files.createDirectory(place("station.link"));
    refusesStation("is a link, folder or device, expected a plain file");
    Files.delete(place("station.link"));
    int made = new ProcessBuilder("mkfifo", place("station.link").toString()).start().waitFor();
    assertThat(made).isZero();
    refusesStation("is a link, folder or device, expected a plain file");
  }

  @Test
  void takesNoFileOfAnotherUser() throws IOException {
    UserPrincipal nobody =
        dir.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    assumeTrue("root".equals(System.getProperty("user.name")), "needs root to give a file away");
    executor.close();
    Files.setOwner(place("station.link"), nobody);
    refusesStation("belongs to nobody, expected root");
  }

  private void refusesStation(String reason) throws IOException {
    executor = ExecutorLink.open(dir, 9);
    assertThat(executor.stationBootId()).isZero();
    assertThat(executor.stationRefusal()).isEqualTo("link " + place("station.link") + ": " + reason);
    executor.close();
  }

  @Test
  void replacesALinkAtItsOwnPlaceAndNotWhatItPointsTo() throws IOException {
    Path precious = Files.writeString(dir.resolve("precious"), "kept");
    Files.delete(place("station.link"));
    Files.createSymbolicLink(place("station.link"), precious);
    station = StationLink.open(dir, 3);
    assertThat(Files.readString(precious)).isEqualTo("kept");
    assertThat(Files.isSymbolicLink(place("station.link"))).isFalse();
  }
}
