package org.tenuto.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.driver.newera.NewEraPump;
import org.tenuto.measure.Allocation;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpState;

/** A pump's line that is lost and comes back, with real pseudo-terminals under one name. */
class ReopeningLineTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final long RETRY_NS = 1_000_000;
  private static final long CYCLE_NS = 1_000_000;

  private final byte[] bytes = new byte[64];
  private final List<String> log = new CopyOnWriteArrayList<>();

  @TempDir private Path dir;

  @Test
  void comesBackUnderTheSameName() throws Throwable {
    Pty pump = plug();
    try (ReopeningLine line = open()) {
      pump.close();
      awaitLost(line);
      assertThat(line.write(bytes, 3)).isEqualTo(-1);
      assertThat(line.queued()).isEqualTo(-1);
      line.discardOutput();
      try (Pty again = plug()) {
        awaitBack(line);
        again.send(new byte[] {7, 8});
        await().atMost(LONG).until(() -> line.read(bytes) == 2);
        assertThat(line.write(bytes, 2)).isEqualTo(2);
        assertThat(again.receive(2)).containsExactly(7, 8);
      }
    }
    assertThat(log.getFirst())
        .isEqualTo("pump line " + name() + " (gone): trying again every second");
    assertThat(log.getLast()).isEqualTo("pump line " + name() + ": open again");
  }

  /** A loss that is found in writing still has to be told to the reader. */
  @Test
  void aLossIsSeenByTheReaderBeforeTheNewLine() throws Throwable {
    Pty pump = plug();
    try (ReopeningLine line = open()) {
      pump.close();
      await().atMost(LONG).until(() -> line.write(bytes, 1) == -1);
      try (Pty again = plug()) {
        assertThat(line.read(bytes)).isEqualTo(-1);
        awaitBack(line);
        assertThat(again.path()).isNotEmpty();
      }
    }
  }

  @Test
  void theFirstLineMustBeThere() {
    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("can't be opened (No such file or directory)");
  }

  /** What a demonstration may drive was decided at the start. */
  @Test
  void refusesALineOfTheOtherKind() throws Throwable {
    Pty pump = plug();
    int[] opened = {0};
    ReopeningLine.Opener realAfterPty =
        () -> {
          TermiosLine real = TermiosLine.open(name(), 19_200);
          if (opened[0]++ == 0) {
            return real;
          }
          real.close();
          return new TermiosLine(name(), -1, false, Native.newErrno());
        };
    try (ReopeningLine line = new ReopeningLine(realAfterPty, RETRY_NS, log::add)) {
      pump.close();
      awaitLost(line);
      try (Pty again = plug()) {
        await().atMost(LONG).until(() -> log.toString().contains("expected a pseudo-terminal"));
        assertThat(line.read(bytes)).isEqualTo(-1);
        assertThat(again.path()).isNotEmpty();
      }
    }
    assertThat(log).noneMatch(text -> text.contains("open again"));
  }

  /** The loop goes on while a line takes its time to open. */
  @Test
  void neverWaitsForTheHelper() throws Throwable {
    Pty pump = plug();
    var mayOpen = new CountDownLatch(1);
    var opening = new CountDownLatch(2);
    ReopeningLine.Opener slow =
        () -> {
          opening.countDown();
          if (opening.getCount() == 0) {
            awaitLatch(mayOpen);
          }
          return TermiosLine.open(name(), 19_200);
        };
    try (ReopeningLine line = new ReopeningLine(slow, RETRY_NS, log::add)) {
      pump.close();
      awaitLost(line);
      awaitLatch(opening);
      try (Pty again = plug()) {
        for (int i = 0; i < 1_000; i++) {
          assertThat(line.read(bytes)).isEqualTo(-1);
          assertThat(line.write(bytes, 1)).isEqualTo(-1);
        }
        mayOpen.countDown();
        awaitBack(line);
        assertThat(again.path()).isNotEmpty();
      }
    }
  }

  @Test
  void leaksNoDescriptorOverAHundredReturns() throws Throwable {
    Pty pump = plug();
    long before;
    try (ReopeningLine line = open()) {
      before = descriptors();
      for (int i = 0; i < 100; i++) {
        pump.close();
        awaitLost(line);
        pump = plug();
        awaitBack(line);
      }
      assertThat(descriptors()).isEqualTo(before);
      pump.close();
    }
    assertThat(descriptors()).isEqualTo(before - 2); // neither end is open any more
  }

  @Test
  void closesWhatWasOpenedWhenNobodyWantsItAnyMore() throws Throwable {
    Pty pump = plug();
    long before = descriptors();
    ReopeningLine line = open();
    pump.close();
    awaitLost(line);
    pump = plug();
    await().atMost(LONG).until(() -> log.toString().contains("open again"));
    line.close();
    await().atMost(LONG).until(() -> descriptors() == before);
    pump.close();
  }

  @Test
  void allocatesNothingAsLongAsNothingChanges() throws Throwable {
    Pty pump = plug();
    try (ReopeningLine line = open()) {
      Allocation.assertNone(
          () -> {
            line.read(bytes);
            line.queued();
            line.write(bytes, 3);
            line.discardOutput();
          });
      pump.close();
      Files.delete(dir.resolve("pump"));
      awaitLost(line);
      Allocation.assertNone(
          () -> {
            line.read(bytes);
            line.queued();
            line.write(bytes, 3);
          });
    }
  }

  /** The driver begins again as at a start: after 2 s of silence the first bytes are STP. */
  @Test
  void theDriverStartsAgainWithStop() throws Throwable {
    Pty pump = plug();
    try (ReopeningLine line = open()) {
      var driver = new NewEraPump(line, NewEraModel.NE_1000);
      long nowNs = 0;
      driver.cycle(nowNs);
      assertThat(text(pump.receive(5))).contains("STP");
      pump.close();
      while (driver.reading().state != PumpState.LOST) {
        driver.cycle(nowNs += CYCLE_NS);
      }
      assertThat(driver.reading().fault).isEqualTo(PumpFault.LINE_LOST);
      try (Pty again = plug()) {
        await().atMost(LONG).until(() -> log.toString().contains("open again"));
        long backNs = nowNs;
        while (driver.reading().state == PumpState.LOST) {
          driver.cycle(nowNs += CYCLE_NS);
        }
        assertThat(nowNs - backNs).isGreaterThanOrEqualTo(2_000_000_000L);
        driver.cycle(nowNs += CYCLE_NS);
        assertThat(text(again.receive(5))).contains("STP");
        assertThat(driver.reading().fault).isEqualTo(PumpFault.LINE_LOST);
      }
    }
  }

  private ReopeningLine open() throws IOException {
    return new ReopeningLine(() -> TermiosLine.open(name(), 19_200), RETRY_NS, log::add);
  }

  /** A new pseudo-terminal under the old name, as an adapter that is plugged in again. */
  private Pty plug() throws Throwable {
    Pty pty = new Pty();
    Files.deleteIfExists(dir.resolve("pump"));
    Files.createSymbolicLink(dir.resolve("pump"), Path.of(pty.path()));
    return pty;
  }

  private String name() {
    return dir.resolve("pump").toString();
  }

  private void awaitLost(ReopeningLine line) {
    await().pollInterval(Duration.ofMillis(1)).atMost(LONG).until(() -> line.read(bytes) == -1);
  }

  private void awaitBack(ReopeningLine line) {
    await().pollInterval(Duration.ofMillis(1)).atMost(LONG).until(() -> line.read(bytes) == 0);
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long descriptors() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.filter(ReopeningLineTest::isTerminal).count();
    }
  }

  /** Others in this JVM open and close files of their own; terminals are ours alone. */
  private static boolean isTerminal(Path fd) {
    try {
      String target = Files.readSymbolicLink(fd).toString();
      return target.startsWith("/dev/pts/") || target.contains("ptmx");
    } catch (IOException e) {
      return false; // closed meanwhile
    }
  }

  private static String text(byte[] frame) {
    return new String(frame, StandardCharsets.US_ASCII);
  }
}
