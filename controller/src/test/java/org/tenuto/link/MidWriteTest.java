package org.tenuto.link;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StationCommand.Header;
import org.tenuto.control.StationCommand.Start;
import org.tenuto.control.StatusSnapshot;

/** A writer that died, or is out of its mind, at every byte of what it writes. */
class MidWriteTest {

  private static final String HASH = "0123456789abcdef".repeat(4);
  private static final String OTHER = "fedcba9876543210".repeat(4);

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

  private static StationCommand start(long seq) {
    return new Start(new Header(2, 1, seq, 7, 9), -seq, HASH);
  }

  /** The bytes of a command as they stand in its slot. */
  private static byte[] slotOf(StationCommand command) {
    SlotWriter slot = new SlotWriter(LinkLayout.COMMAND_BYTES);
    MemorySegment memory = Arena.ofAuto().allocate(LinkLayout.COMMAND_BYTES, 8);
    CommandCodec.encode(command, slot);
    slot.write(memory, 0, command.header().seq());
    int bytes = LinkLayout.SLOT_HEADER_BYTES + memory.get(JAVA_INT, 8);
    return memory.asSlice(0, bytes).toArray(JAVA_BYTE);
  }

  /** Writes the first bytes of a slot at its place. */
  private void put(byte[] slot, long seq, int bytes) {
    long place = LinkLayout.RING + (seq - 1) % LinkLayout.COMMANDS * LinkLayout.COMMAND_BYTES;
    MemorySegment.copy(MemorySegment.ofArray(slot), 0, stationFile, place, bytes);
  }

  private void say(long written) {
    stationFile.set(JAVA_LONG, LinkLayout.COMMANDS_WRITTEN, written);
  }

  /** The position comes last: what its writer died in is never looked at. */
  @Test
  void aSlotWithoutItsPositionIsNotThere() {
    byte[] slot = slotOf(start(1));
    for (int bytes = 0; bytes <= slot.length; bytes++) {
      put(slot, 1, bytes);
      assertThat(executor.poll()).isNull();
    }
    assertThat(executor.rejected()).isZero();
    say(1);
    assertThat(executor.poll()).isEqualTo(start(1));
  }

  /** A position that came too early, over what stood in that place before. */
  @Test
  void aHalfWrittenSlotIsNeverACommand() {
    int bytes = slotOf(start(1)).length;
    for (int written = 0; written < bytes; written++) {
      long seq = written + 1L;
      byte[] old = slotOf(new Start(new Header(2, 1, seq - LinkLayout.COMMANDS, 8, 8), 8, OTHER));
      put(old, seq, old.length);
      put(slotOf(start(seq)), seq, written);
      say(seq);
      assertThat(executor.poll()).as(written + " bytes").isNull();
      assertThat(executor.rejected()).isEqualTo(seq);
      assertThat(executor.poll()).isNull();
    }
    put(slotOf(start(bytes + 1)), bytes + 1, bytes);
    say(bytes + 1);
    assertThat(executor.poll()).isEqualTo(start(bytes + 1));
  }

  @Test
  void aHalfWrittenSnapshotIsNeverShown() {
    StatusSnapshot sent = new StatusSnapshot();
    sent.atMostNl = 1;
    executor.publish(sent);
    byte[] old = snapshotBytes();
    sent.atMostNl = -1;
    sent.monitoredBits = -1;
    executor.publish(sent);
    byte[] fresh = snapshotBytes();
    StatusSnapshot read = new StatusSnapshot();
    for (int bytes = 0; bytes <= fresh.length; bytes++) {
      restore(old);
      executorFile.set(JAVA_LONG, LinkLayout.SNAPSHOT_VERSION, 5); // being replaced
      MemorySegment.copy(
          MemorySegment.ofArray(fresh), 0, executorFile, LinkLayout.SNAPSHOT, bytes);
      assertThat(station.readSnapshot(read)).isFalse();
      executorFile.set(JAVA_LONG, LinkLayout.SNAPSHOT_VERSION, 6); // and the writer lies
      boolean whole = station.readSnapshot(read);
      assertThat(whole && read.atMostNl == -1 && read.monitoredBits != -1).isFalse();
      assertThat(whole && read.atMostNl == 1 && read.monitoredBits == -1).isFalse();
    }
    assertThat(read.atMostNl).isEqualTo(-1);
  }

  private byte[] snapshotBytes() {
    return executorFile
        .asSlice(LinkLayout.SNAPSHOT, LinkLayout.SNAPSHOT_BYTES)
        .toArray(JAVA_BYTE);
  }

  private void restore(byte[] snapshot) {
    MemorySegment.copy(
        MemorySegment.ofArray(snapshot), 0, executorFile, LinkLayout.SNAPSHOT, snapshot.length);
  }

  @Test
  void aPositionThatGoesBackRepeatsNothing() {
    for (int seq = 1; seq <= 5; seq++) {
      assertThat(station.send(start(seq))).isTrue();
      assertThat(executor.poll()).isEqualTo(start(seq));
    }
    for (long back = 4; back >= 0; back--) {
      say(back);
      assertThat(executor.poll()).isNull();
    }
    say(5);
    assertThat(executor.poll()).isNull();
    assertThat(executor.rejected()).isEqualTo(5);
  }

  /** Whatever stands in the file: a stop is taken by the next look, at most one slot is looked at. */
  @Test
  void noGarbageHoldsUpAStopOrCostsMoreThanOneSlot() {
    Random random = new Random(20_261_121);
    for (int i = 0; i < 20_000; i++) {
      for (int word = 0; word < 8; word++) {
        long at = 8L * random.nextInt(4, LinkLayout.RING / 8 + 600);
        stationFile.set(JAVA_LONG, at, random.nextBoolean() ? random.nextLong() : i);
      }
      executor.takeStop();
      executor.takePause();
      long before = executor.rejected();
      executor.poll();
      assertThat(executor.rejected() - before).isBetween(0L, 1L);
      station.requestStop();
      station.requestPause();
      assertThat(executor.takeStop()).isTrue();
      assertThat(executor.takePause()).isTrue();
    }
  }
}
