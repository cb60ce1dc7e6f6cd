package org.tenuto.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.doctor.Finding.Level;
import org.tenuto.linux.Pty;
import org.tenuto.linux.TermiosLine;

/** The pump's line, with real pseudo-terminals. */
class SerialCheckTest {

  private static final KernelFiles BOARD = new KernelFiles(Path.of("/"));

  @TempDir private Path dir;

  @Test
  void aFreeLineIsFreeBeforeAndAfter() throws Throwable {
    try (Pty pump = new Pty()) {
      Finding free = Finding.ok("serial line", pump.path() + ", free");
      assertThat(look(Path.of(pump.path()))).isEqualTo(free);
      TermiosLine.open(pump.path(), 19_200).close();
      assertThat(look(Path.of(pump.path()))).isEqualTo(free);
    }
  }

  @Test
  void aLineThatTheExecutorHasIsInUse() throws Throwable {
    try (Pty pump = new Pty();
        TermiosLine line = TermiosLine.open(pump.path(), 19_200)) {
      Finding finding = look(Path.of(pump.path()));
      assertThat(finding.level()).isEqualTo(Level.MISSING);
      assertThat(finding.found()).isEqualTo(line + " is in use");
    }
  }

  /** A program that takes no lock is found by what it has open. */
  @Test
  void namesAStrangerThatHasTheLine() throws Throwable {
    try (Pty pump = new Pty()) {
      Process stranger =
          new ProcessBuilder("sh", "-c", "exec 3<>" + pump.path() + "; echo open; read end")
              .start();
      try {
        assertThat(stranger.inputReader().readLine()).isEqualTo("open");
        Finding finding = look(Path.of(pump.path()));
        assertThat(finding.level()).isEqualTo(Level.MISSING);
        assertThat(finding.found())
            .isEqualTo(pump.path() + " is in use by " + stranger.pid() + " (sh)");
      } finally {
        stranger.getOutputStream().close();
        assertThat(stranger.waitFor()).isBetween(0, 1);
      }
    }
  }

  @Test
  void leavesTheBytesOfTheLineAlone() throws Throwable {
    try (Pty pump = new Pty();
        TermiosLine keepsItOpen = TermiosLine.open(pump.path(), 19_200)) {
      pump.send(new byte[] {1, 2, 3});
      look(Path.of(pump.path()));
      byte[] bytes = new byte[8];
      assertThat(keepsItOpen.read(bytes)).isEqualTo(3);
    }
  }

  @Test
  void saysWhyALineCantBeHad() throws IOException {
    Path missing = dir.resolve("ttyUSB7");
    assertThat(look(missing).found())
        .isEqualTo(missing + " can't be opened (No such file or directory)");
    Path file = Files.createFile(dir.resolve("file"));
    assertThat(look(file).found()).isEqualTo(file + " is not a serial line");
    assertThat(look(file).level()).isEqualTo(Level.MISSING);
  }

  @Test
  void listsCandidatesWhereNoneIsConfigured() throws IOException {
    var check = new SerialCheck(new KernelFiles(dir), null);
    assertThat(check.look().level()).isEqualTo(Level.DEGRADED);
    Files.createDirectories(dir.resolve("dev/serial/by-id"));
    Files.createFile(dir.resolve("dev/serial/by-id/usb-FTDI-if00"));
    Files.createFile(dir.resolve("dev/ttyUSB0"));
    Files.createFile(dir.resolve("dev/tty0")); // a console
    assertThat(check.look())
        .isEqualTo(
            Finding.ok(
                "serial line",
                "none configured, candidates: /dev/serial/by-id/usb-FTDI-if00, /dev/ttyUSB0"));
  }

  private static Finding look(Path line) {
    return new SerialCheck(BOARD, line).look();
  }
}
