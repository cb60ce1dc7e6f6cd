package org.tenuto.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/**
 * Uses the line's code on a pseudo-terminal of its own, so often that it is compiled: what only a
 * stop does, throwing away what was not sent, would otherwise be interpreted at every stop (40 us
 * for a call that takes the kernel 3). Before the loop; nothing of it can be heard outside.
 */
public final class LineRehearsal implements AutoCloseable {

  private static final long TIOCSPTLCK = 0x40045431L;
  private static final long TIOCGPTN = 0x80045430L;
  private static final int BAUD = 19_200;
  private static final int FLAGS =
      Tty.O_RDWR | Tty.O_NOCTTY | Tty.O_NONBLOCK | Tty.O_CLOEXEC;

  /** Twice what the first compiler waits for. */
  private static final int ROUNDS = 400;

  private static final byte[] PACKET = "a packet of 20 bytes".getBytes(StandardCharsets.US_ASCII);

  private final MemorySegment errno = Native.newErrno();
  private final MemorySegment buffer = Arena.ofAuto().allocate(PACKET.length);
  private final int farEnd;
  private final ReopeningLine line;

  private LineRehearsal() throws IOException {
    farEnd = openFarEnd();
    try {
      line = ReopeningLine.open(slave(), BAUD, said -> {});
    } catch (IOException e) {
      Tty.close(errno, farEnd);
      throw e;
    }
  }

  /**
   * Plays it; takes some hundredths of a second.
   *
   * @throws IOException in one line, if there is no pseudo-terminal to be had or it fails
   */
  public static void play() throws IOException {
    try (var rehearsal = new LineRehearsal()) {
      var input = new byte[PACKET.length];
      for (int i = 0; i < ROUNDS; i++) {
        rehearsal.round(input);
      }
    }
  }

  private void round(byte[] input) throws IOException {
    MemorySegment.copy(PACKET, 0, buffer, JAVA_BYTE, 0, PACKET.length);
    Tty.write(errno, farEnd, buffer, PACKET.length);
    boolean held = line.read(input) >= 0 && line.queued() >= 0;
    held &= line.read(input) >= 0; // a silent line, as most cycles find it
    if (!held || line.write(PACKET, PACKET.length) < 0) {
      throw new IOException("the line's rehearsal: " + line + " failed");
    }
    line.discardOutput();
    Tty.read(errno, farEnd, buffer, PACKET.length);
  }

  private int openFarEnd() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      int fd = Tty.open(errno, arena.allocateFrom("/dev/ptmx"), FLAGS);
      if (fd < 0) {
        throw failure();
      }
      MemorySegment unlocked = arena.allocate(JAVA_INT);
      if (Tty.ioctl(errno, fd, TIOCSPTLCK, unlocked) != 0) {
        IOException failure = failure();
        Tty.close(errno, fd);
        throw failure;
      }
      return fd;
    }
  }

  private String slave() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment number = arena.allocate(JAVA_INT);
      if (Tty.ioctl(errno, farEnd, TIOCGPTN, number) != 0) {
        throw failure();
      }
      return "/dev/pts/" + number.get(JAVA_INT, 0);
    }
  }

  private IOException failure() {
    return new IOException(
        "the line's rehearsal: no pseudo-terminal (" + Native.text(Native.errno(errno)) + ")");
  }

  @Override
  public void close() {
    line.close();
    Tty.close(errno, farEnd);
  }
}
