package org.tenuto.simulator.pty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real pseudo-terminal, opened from the other side as a plain file. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PseudoTerminalTest {

  /** Everything a cooked terminal would change, echo, or act on. */
  private static final byte[] AWKWARD = {0, 2, 3, 4, 10, 13, 17, 19, 26, 27, 28, 127, (byte) 255};

  @Test
  void carriesEveryByteUnchangedBothWays() throws IOException {
    try (PseudoTerminal pump = PseudoTerminal.open();
        RandomAccessFile client = open(pump)) {
      client.write(AWKWARD);
      assertThat(readFully(pump, AWKWARD.length)).containsExactly(AWKWARD);

      pump.write(AWKWARD);
      byte[] heard = new byte[AWKWARD.length];
      client.readFully(heard);
      assertThat(heard).containsExactly(AWKWARD);
      assertThat(pump.read(0)).isEmpty();
    }
  }

  @Test
  void outlivesAClientThatCloses() throws IOException {
    try (PseudoTerminal pump = PseudoTerminal.open()) {
      open(pump).close();
      assertThat(pump.read(0)).isEmpty();

      try (RandomAccessFile next = open(pump)) {
        next.write(AWKWARD);
        assertThat(readFully(pump, AWKWARD.length)).containsExactly(AWKWARD);
      }
    }
  }

  @Test
  void neverWaitsForAClientThatDoesNotRead() throws IOException {
    try (PseudoTerminal pump = PseudoTerminal.open()) {
      for (int i = 0; i < 100; i++) {
        pump.write(new byte[10_000]);
      }
      assertThat(pump.read(0)).isEmpty();
    }
  }

  @Test
  void hangsUpOnAClientWhenCut() throws IOException {
    PseudoTerminal pump = PseudoTerminal.open();
    try (pump;
        RandomAccessFile client = open(pump)) {
      pump.close();

      assertThatIOException().isThrownBy(() -> client.write(1));
    }
  }

  @Test
  void linkIsMadeReplacedAndRemoved(@TempDir Path dir) throws IOException {
    Path path = dir.resolve("pump");
    try (PseudoTerminal pump = PseudoTerminal.open()) {
      PtyLink left = PtyLink.make(path, Path.of("/dev/pts/999999"));
      try (PtyLink link = PtyLink.make(path, pump.slavePath())) {
        left.close();
        assertThat(Files.readSymbolicLink(path)).isEqualTo(pump.slavePath());
        assertThat(link).isNotNull();
      }
      assertThat(path).doesNotExist();
    }
  }

  @Test
  void linkDoesNotTakeWhatIsNotOurs(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("file"), "mine");
    Path elsewhere = Files.createSymbolicLink(dir.resolve("elsewhere"), file);

    for (Path taken : new Path[] {file, elsewhere, dir}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PtyLink.make(taken, Path.of("/dev/pts/1")))
          .withMessageContaining(taken.toString());
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PtyLink.make(dir.resolve("no/such"), Path.of("/dev/pts/1")))
        .withMessageContaining("directory does not exist");
    assertThat(file).hasContent("mine");
  }

  private static RandomAccessFile open(PseudoTerminal pump) throws IOException {
    return new RandomAccessFile(pump.slavePath().toFile(), "rw");
  }

  private static byte[] readFully(PseudoTerminal pump, int count) throws IOException {
    byte[] all = new byte[count];
    for (int have = 0; have < count; ) {
      byte[] some = pump.read(1000);
      System.arraycopy(some, 0, all, have, some.length);
      have += some.length;
    }
    return all;
  }
}
