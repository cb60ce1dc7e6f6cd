package org.tenuto.link;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.ExecutorEvent.HaltTaken;
import org.tenuto.control.ExecutorEvent.Stamp;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StationCommand.Header;
import org.tenuto.control.StationCommand.ResetFault;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.infusion.InfusionState;

/** What the other side's file says is not believed. */
class HostileTest {

  @TempDir Path dir;
  private StationLink station;
  private ExecutorLink executor;
  private MemorySegment stationFile;
  private MemorySegment executorFile;

  @BeforeEach
  void bothSides() throws IOException {
    station = StationLink.open(dir, 1);
    executor = ExecutorLink.open(dir, 2);
    station.attach();
    stationFile = writable("station.link");
    executorFile = writable("executor.link");
  }

  @AfterEach
  void close() {
    executor.close();
  }

  private MemorySegment writable(String name) throws IOException {
    try (FileChannel channel =
        FileChannel.open(dir.resolve(name), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return channel.map(MapMode.READ_WRITE, 0, channel.size(), Arena.ofAuto());
    }
  }

  private static StationCommand command(long seq) {
    return new ResetFault(new Header(2, 1, seq, 0, 0));
  }

  private static ExecutorEvent event(long seq) {
    return new HaltTaken(new Stamp(seq, seq, seq, InfusionState.IDLE, 0, 0, 0, 0), false);
  }

  private static void flip(MemorySegment file, long offset) {
    file.set(JAVA_INT, offset, ~file.get(JAVA_INT, offset));
  }

  @Test
  void skipsACommandWithABadCrcAndCountsIt() {
    assertThat(station.send(command(1))).isTrue();
    assertThat(station.send(command(2))).isTrue();
    flip(stationFile, LinkLayout.RING + LinkLayout.SLOT_HEADER_BYTES);
    assertThat(executor.poll()).isNull();
    assertThat(executor.rejected()).isEqualTo(1);
    assertThat(executor.poll()).isEqualTo(command(2));
    assertThat(executor.rejected()).isEqualTo(1);
  }

  @Test
  void skipsWildLengths() {
    int[] lengths = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1_009, 0};
    for (int i = 0; i < lengths.length; i++) {
      assertThat(station.send(command(i + 1L))).isTrue();
      stationFile.set(
          JAVA_INT, LinkLayout.RING + (long) i * LinkLayout.COMMAND_BYTES + 8, lengths[i]);
      assertThat(executor.poll()).isNull();
      assertThat(executor.rejected()).isEqualTo(i + 1);
    }
  }

  @Test
  void skipsUnknownTypesAndASequenceThatIsNotItsPlaces() {
    SlotWriter slot = new SlotWriter(LinkLayout.COMMAND_BYTES);
    assertThat(station.send(command(1))).isTrue();
    CommandCodec.encode(command(1), slot);
    slot.write(stationFile, LinkLayout.RING, 9); // a good slot in the wrong place
    assertThat(executor.poll()).isNull();
    assertThat(station.send(command(2))).isTrue();
    slot.begin();
    slot.u8(99);
    slot.write(stationFile, LinkLayout.RING + LinkLayout.COMMAND_BYTES, 2);
    assertThat(executor.poll()).isNull();
    assertThat(executor.rejected()).isEqualTo(2);
  }

  @Test
  void skipsUnknownEnumValuesAndWhatIsLeftOver() {
    SlotWriter slot = new SlotWriter(LinkLayout.EVENT_BYTES);
    for (int seq = 1; seq <= 4; seq++) {
      assertThat(executor.offer(event(seq))).isTrue();
    }
    state(slot, 1, InfusionState.values().length);
    state(slot, 2, 255);
    EventCodec.encode(event(3), slot);
    slot.u8(0); // one byte too many
    slot.write(executorFile, LinkLayout.RING + 2L * LinkLayout.EVENT_BYTES, 3);
    for (int seq = 1; seq <= 3; seq++) {
      assertThat(station.pollEvent()).isNull();
      assertThat(station.rejected()).isEqualTo(seq);
    }
    assertThat(station.pollEvent()).isEqualTo(event(4));
  }

  /** Rewrites that event's slot, a HaltTaken, with a state of that ordinal. */
  private void state(SlotWriter slot, long seq, int ordinal) {
    slot.begin();
    slot.u8(5);
    slot.i64(seq);
    slot.i64(seq);
    slot.i64(seq);
    slot.u8(ordinal);
    for (int i = 0; i < 4; i++) {
      slot.i64(0);
    }
    slot.u8(0);
    slot.write(executorFile, LinkLayout.RING + (seq - 1) * LinkLayout.EVENT_BYTES, seq);
  }

  @Test
  void waitsOutAWildCommandPosition() {
    assertThat(station.send(command(1))).isTrue();
    for (long wild : new long[] {Long.MAX_VALUE, -1, Long.MIN_VALUE, 66}) {
      stationFile.set(JAVA_LONG, LinkLayout.COMMANDS_WRITTEN, wild);
      assertThat(executor.poll()).isNull();
      assertThat(executor.poll()).isNull();
    }
    assertThat(executor.rejected()).isEqualTo(4); // each value once, not each cycle
    stationFile.set(JAVA_LONG, LinkLayout.COMMANDS_WRITTEN, 1);
    assertThat(executor.poll()).isEqualTo(command(1));
  }

  @Test
  void doesNotBelieveAWildDurablePosition() {
    assertThat(executor.offer(event(1))).isTrue();
    stationFile.set(JAVA_LONG, LinkLayout.EVENTS_DURABLE, Long.MAX_VALUE);
    for (int seq = 2; seq <= LinkLayout.EVENTS; seq++) {
      boolean room = seq <= LinkLayout.EVENTS - LinkLayout.EVENTS_RESERVE;
      assertThat(executor.offer(event(seq))).isEqualTo(room);
    }
    assertThat(executor.dropped()).isZero();
    assertThat(executor.offer(event(LinkLayout.EVENTS + 1))).isFalse();
    stationFile.set(JAVA_LONG, LinkLayout.EVENTS_DURABLE, -5);
    assertThat(executor.offer(event(LinkLayout.EVENTS + 1))).isFalse();
    assertThat(executor.dropped()).isEqualTo(2);
  }

  @Test
  void doesNotBelieveAWildEventPositionAndStillSeesTheNextExecutor() throws IOException {
    executorFile.set(JAVA_LONG, LinkLayout.EVENTS_WRITTEN, Long.MAX_VALUE);
    assertThat(station.pollEvent()).isNull();
    assertThat(station.pollEvent()).isNull();
    assertThat(station.rejected()).isEqualTo(1);
    assertThat(station.lost()).isZero();
    executor.close();
    executor = ExecutorLink.open(dir, 3);
    assertThat(station.attach()).isEqualTo(3);
  }

  @Test
  void doesNotSendBeyondAWildReadPosition() {
    executorFile.set(JAVA_LONG, LinkLayout.COMMANDS_READ, Long.MAX_VALUE);
    assertThat(station.send(command(1))).isFalse();
    executorFile.set(JAVA_LONG, LinkLayout.COMMANDS_READ, Long.MIN_VALUE);
    assertThat(station.send(command(1))).isFalse();
  }

  @Test
  void givesUpOnASnapshotThatIsNeverWhole() {
    StatusSnapshot read = new StatusSnapshot();
    executor.publish(new StatusSnapshot());
    assertThat(station.readSnapshot(read)).isTrue();
    flip(executorFile, LinkLayout.SNAPSHOT + 40);
    assertThat(station.readSnapshot(read)).isFalse();
    flip(executorFile, LinkLayout.SNAPSHOT + 40);
    executorFile.set(JAVA_LONG, LinkLayout.SNAPSHOT_VERSION, 3); // its writer died in it
    assertThat(station.readSnapshot(read)).isFalse();
  }

  /** Any garbage in the whole of the other side's file: no exception, no endless work. */
  @Test
  void survivesGarbage() {
    Random random = new Random(42);
    StatusSnapshot read = new StatusSnapshot();
    for (int i = 0; i < 3_000; i++) {
      garble(stationFile, LinkLayout.STATION_BYTES, random);
      garble(executorFile, LinkLayout.EXECUTOR_BYTES, random);
      executor.stationBootId();
      executor.heartbeat();
      executor.takeStop();
      executor.takePause();
      executor.poll();
      executor.offer(event(i + 1L));
      station.readSnapshot(read);
      station.pollEvent();
      station.adopted();
      station.dropped();
      station.attach();
      station.send(command(station.nextCommandSeq()));
    }
  }

  private static void garble(MemorySegment file, int size, Random random) {
    for (int i = 0; i < 20; i++) {
      int word = random.nextInt(2) == 0 ? 16 + random.nextInt(500) : random.nextInt(16, size / 8);
      long value = random.nextBoolean() ? random.nextLong() : random.nextInt(-2, 70);
      file.set(JAVA_LONG, word * 8L, value);
    }
  }

  @Test
  void refusesAFileThatIsNotOne() throws IOException {
    refuses("magic", file -> flip(file, LinkLayout.MAGIC));
    refuses("version", file -> flip(file, LinkLayout.VERSION_AND_SIZE));
    refuses("stated size", file -> flip(file, LinkLayout.VERSION_AND_SIZE + 4));
    refuses("CRC", file -> flip(file, LinkLayout.BOOT_ID));
  }

  private interface Damage {
    void to(MemorySegment file);
  }

  private void refuses(String what, Damage damage) throws IOException {
    Path other = Files.createTempDirectory(dir, "damaged");
    Files.copy(dir.resolve("executor.link"), other.resolve("executor.link"));
    try (FileChannel channel =
        FileChannel.open(
            other.resolve("executor.link"), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      damage.to(channel.map(MapMode.READ_WRITE, 0, channel.size(), Arena.ofAuto()));
    }
    StationLink alone = StationLink.open(other, 5);
    assertThat(alone.attach()).isZero();
    assertThat(alone.executorRefusal())
        .startsWith("link " + other.resolve("executor.link") + ": " + what + " is ")
        .contains(", expected ");
  }

  @Test
  void refusesATruncatedFile() throws IOException {
    for (int size : new int[] {0, 10, LinkLayout.STATION_BYTES - 1, LinkLayout.STATION_BYTES + 1}) {
      Path other = Files.createTempDirectory(dir, "truncated");
      Files.write(other.resolve("station.link"), new byte[size]);
      try (ExecutorLink alone = ExecutorLink.open(other, 6)) {
        assertThat(alone.stationBootId()).isZero();
        assertThat(alone.stationRefusal())
            .endsWith("size is " + size + ", expected " + LinkLayout.STATION_BYTES);
      }
    }
  }

  @Test
  void mapsTheOtherSideReadOnly() throws IOException {
    LinkFile file = StationPlace.in(dir).open();
    assertThat(file).isNotNull();
    assertThatThrownBy(() -> Objects.requireNonNull(file).set(LinkLayout.STOPS, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("read-only");
  }
}
