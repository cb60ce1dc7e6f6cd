package org.tenuto.linux;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.measure.Allocation;

class TermiosLineTest {

  private final byte[] bytes = new byte[64];

  @Test
  void carriesBytesBothWaysUnchanged() throws Throwable {
    byte[] every = new byte[256];
    for (int i = 0; i < every.length; i++) {
      every[i] = (byte) i; // CR, LF, ^C, XON and XOFF among them
    }
    try (Pty pump = new Pty();
        TermiosLine line = TermiosLine.open(pump.path(), 19_200)) {
      assertThat(line.write(every, every.length)).isEqualTo(every.length);
      assertThat(pump.receive(every.length)).isEqualTo(every);

      pump.send(every);
      byte[] heard = new byte[every.length];
      int[] count = {0};
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                int n = line.read(bytes);
                System.arraycopy(bytes, 0, heard, count[0], n);
                count[0] += n;
                return count[0] == every.length;
              });
      assertThat(heard).isEqualTo(every);
    }
  }

  @Test
  void readsNothingFromASilentLine() throws Throwable {
    try (Pty pump = new Pty();
        TermiosLine line = TermiosLine.open(pump.path(), 19_200)) {
      assertThat(line.read(bytes)).isZero();
      assertThat(line.queued()).isZero();
      assertThat(line.read(new byte[0])).isZero();
      assertThat(line.write(bytes, 0)).isZero();
    }
  }

  @Test
  void writesOnlyWhatTheLineTakesNow() throws Throwable {
    try (Pty pump = new Pty();
        TermiosLine line = TermiosLine.open(pump.path(), 19_200)) {
      byte[] frame = new byte[512];
      int taken = 0;
      int count = line.write(frame, frame.length);
      while (count > 0) { // nobody reads: the kernel's buffer fills, and write answers 0 at once
        taken += count;
        assertThat(taken).isLessThan(10_000_000);
        count = line.write(frame, frame.length);
      }
      assertThat(count).isZero();
      line.discardOutput();
      assertThat(line.queued()).isNotNegative();
    }
  }

  @Test
  void isGoneForEverOnceTheOtherEndCloses() throws Throwable {
    Pty pump = new Pty();
    try (TermiosLine line = TermiosLine.open(pump.path(), 19_200)) {
      pump.send("last words".getBytes(US_ASCII));
      await().atMost(Duration.ofSeconds(30)).until(() -> line.read(bytes) > 0);
      pump.close();
      await().atMost(Duration.ofSeconds(30)).until(() -> line.read(bytes) == -1);
      assertThat(line.read(bytes)).isEqualTo(-1);
      assertThat(line.write(bytes, 4)).isEqualTo(-1);
      assertThat(line.queued()).isEqualTo(-1);
      line.discardOutput();
      assertThat(line).hasToString(pump.path() + " (gone)");
    }
  }

  @Test
  void noticesOnWritingThatTheOtherEndClosed() throws Throwable {
    Pty pump = new Pty();
    try (TermiosLine line = TermiosLine.open(pump.path(), 19_200)) {
      pump.close();
      assertThat(line.write(bytes, 4)).isEqualTo(-1);
      assertThat(line.read(bytes)).isEqualTo(-1);
    }
  }

  /** An unplugged adapter reads 0 bytes, as a silent line does. The kernel lets only root do it. */
  @Test
  void tellsAHungUpLineFromASilentOne() throws Throwable {
    try (Pty pump = new Pty();
        TermiosLine line = TermiosLine.open(pump.path(), 19_200)) {
      assertThat(line.read(bytes)).isZero();
      assumeThat(pump.hangUp()).as("hung up, as root").isTrue();
      assertThat(line.read(bytes)).isEqualTo(-1);
    }
  }

  @Test
  void isGoneAfterClose() throws Throwable {
    try (Pty pump = new Pty()) {
      TermiosLine line = TermiosLine.open(pump.path(), 19_200);
      line.close();
      line.close();
      assertThat(line.read(bytes)).isEqualTo(-1);
      assertThat(line.write(bytes, 4)).isEqualTo(-1);
      assertThat(line.queued()).isEqualTo(-1);
    }
  }

  @Test
  void isBusyWhileSomebodyHasIt() throws Throwable {
    try (Pty pump = new Pty()) {
      try (TermiosLine line = TermiosLine.open(pump.path(), 19_200)) {
        assertThat(line.isPty()).isTrue();
        assertThatThrownBy(() -> TermiosLine.open(pump.path(), 19_200))
            .isInstanceOf(IOException.class)
            .hasMessage("serial line " + pump.path() + ": is busy (another process has it)");
      }
      TermiosLine.open(pump.path(), 19_200).close();
    }
  }

  @Test
  void knowsAPtyBehindALink(@TempDir Path dir) throws Throwable {
    try (Pty pump = new Pty()) {
      Path link = Files.createSymbolicLink(dir.resolve("ttyUSB0"), Path.of(pump.path()));
      try (TermiosLine line = TermiosLine.open(link.toString(), 19_200)) {
        assertThat(line.isPty()).isTrue();
      }
    }
  }

  @Test
  void saysWhatIsWrongWithAPath(@TempDir Path dir) throws IOException {
    Path missing = dir.resolve("ttyUSB9");
    assertThatThrownBy(() -> TermiosLine.open(missing.toString(), 19_200))
        .isInstanceOf(IOException.class)
        .hasMessage("serial line " + missing + ": can't be opened (No such file or directory)");
    Path file = Files.createFile(dir.resolve("file"));
    assertThatThrownBy(() -> TermiosLine.open(file.toString(), 19_200))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "serial line " + file + ": is not a serial line (Inappropriate ioctl for device)");
  }

  @Test
  void refusesASpeedThatIsNotStandard() throws Throwable {
    try (Pty pump = new Pty()) {
      for (int baud : new int[] {0, -1, 12_345}) {
        assertThatThrownBy(() -> TermiosLine.open(pump.path(), baud))
            .isInstanceOf(IOException.class)
            .hasMessage("serial line " + pump.path() + ": can't do " + baud + " baud");
      }
      TermiosLine.open(pump.path(), 9_600).close(); // a refusal leaves it free
    }
  }

  @Test
  void allocatesNothing() throws Throwable {
    try (Pty pump = new Pty();
        TermiosLine line = TermiosLine.open(pump.path(), 19_200)) {
      byte[] frame = "STP".getBytes(US_ASCII);
      Allocation.assertNone(
          () -> {
            line.read(bytes);
            line.queued();
            line.write(frame, frame.length);
            line.discardOutput();
          });
    }
  }
}
