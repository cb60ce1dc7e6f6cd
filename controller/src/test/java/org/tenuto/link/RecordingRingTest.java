package org.tenuto.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an executor writes down of itself gets to the station whole, or says where it does not. */
class RecordingRingTest {

  private static final int SIZE = LinkLayout.RECORDING_BYTES;
  private static final int PART = LinkLayout.RECORDING_PART_BYTES;

  private final SplittableRandom random = new SplittableRandom(1);
  private final LinkPlace place = new LinkMemory();
  private final StationLink station;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();

  RecordingRingTest() throws IOException {
    station = StationLink.open(place, 7);
  }

  private ExecutorLink executor(long bootId) throws IOException {
    ExecutorLink executor = ExecutorLink.open(place, bootId);
    written.reset();
    return executor;
  }

  private void write(ExecutorLink executor, int length) {
    byte[] bytes = new byte[PART];
    random.nextBytes(bytes);
    executor.record(bytes, length);
    written.write(bytes, 0, length);
  }

  /** Reads what there is; its first position. */
  private long read(long bootId) {
    RecordedPart part = Objects.requireNonNull(station.pollRecording());
    assertThat(part.executorBootId()).isEqualTo(bootId);
    read.writeBytes(part.bytes());
    return part.from();
  }

  @Test
  void itIsReadAsItWasWrittenRoundAndRound() throws IOException {
    ExecutorLink executor = executor(11);
    assertThat(station.attach()).isEqualTo(11);
    while (written.size() < 3 * SIZE) {
      int before = written.size();
      write(executor, random.nextInt(1, PART));
      assertThat(read(11)).isEqualTo(before);
    }

    assertThat(read.toByteArray()).isEqualTo(written.toByteArray());
    assertThat(station.pollRecording()).isNull();
  }

  @Test
  void whatWasOverwrittenUnreadIsAHole() throws IOException {
    ExecutorLink executor = executor(11);
    station.attach();
    while (written.size() < SIZE + PART) {
      write(executor, PART);
    }
    long from = read(11);

    assertThat(from).isEqualTo(written.size() - SIZE + PART);
    byte[] rest = Arrays.copyOfRange(written.toByteArray(), (int) from, written.size());
    assertThat(read.toByteArray()).isEqualTo(rest);
  }

  @Test
  void aStationGoesOnWhereTheRecordEnds() throws IOException {
    ExecutorLink executor = executor(11);
    write(executor, 100);
    station.attach();
    station.resumeRecordingAt(60);

    assertThat(read(11)).isEqualTo(60);
    assertThat(read.toByteArray()).isEqualTo(Arrays.copyOfRange(written.toByteArray(), 60, 100));
  }

  /** It died after what was read last: what it wrote until then comes before its successor's. */
  @Test
  void theRestOfAReplacedExecutorComesFirst() throws IOException {
    ExecutorLink dead = executor(11);
    station.attach();
    write(dead, 10);
    read(11);
    write(dead, 20);
    byte[] last = Arrays.copyOfRange(written.toByteArray(), 10, 30);
    ExecutorLink successor = executor(12);
    write(successor, 5);
    station.attach();
    read.reset();

    assertThat(read(11)).isEqualTo(10);
    assertThat(read.toByteArray()).isEqualTo(last);
    read.reset();
    assertThat(read(12)).isZero();
    assertThat(read.toByteArray()).isEqualTo(written.toByteArray());
    assertThat(station.pollRecording()).isNull();
  }

  @Test
  void nothingIsReadOfAFileThatWasCutShort(@TempDir Path folder) throws IOException {
    ExecutorLink executor = ExecutorLink.open(folder, 11);
    StationLink reader = StationLink.open(folder, 7);
    reader.attach();
    executor.record(new byte[100], 100);
    cut(folder.resolve(LinkLayout.EXECUTOR_FILE));

    assertThat(reader.pollRecording()).isNull();
    executor.record(new byte[100], 100); // its own end is cut as well: no exception
    executor.close();
  }

  private static void cut(Path file) throws IOException {
    try (var channel =
        java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
      channel.truncate(LinkLayout.RING);
    }
  }
}
