package org.tenuto.simulator.pty;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/**
 * The pump's end of a serial line: an open pseudo-terminal. A client opens {@link #slavePath} as it
 * would open a serial device. One thread.
 */
public final class PseudoTerminal implements AutoCloseable {

  // asm-generic values, the same on x86-64 and arm64.
  private static final int O_RDWR = 0x2;
  private static final int O_NOCTTY = 0x100;
  private static final int O_NONBLOCK = 0x800;
  private static final int O_CLOEXEC = 0x80000;
  private static final short POLLIN = 0x1;
  private static final int BUFFER_BYTES = 4096;
  private static final int NAME_BYTES = 128;

  /** glibc's struct termios has 60. */
  private static final int TERMIOS_BYTES = 128;

  private static final byte[] NOTHING = {};

  private final Libc libc = new Libc();
  private final Arena arena = Arena.ofAuto();
  private final MemorySegment buffer = arena.allocate(BUFFER_BYTES);
  private final MemorySegment pollOne = arena.allocate(8, 4);
  private final int master;
  private final int slave;
  private final Path slavePath;
  private boolean open = true;

  private PseudoTerminal() throws IOException {
    master = check("posix_openpt", libc.openMaster(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
    check("grantpt", libc.grant(master));
    check("unlockpt", libc.unlock(master));
    MemorySegment name = arena.allocate(NAME_BYTES);
    check("ptsname_r", libc.slaveName(master, name));
    slavePath = Path.of(name.getString(0));
    slave = check("open " + slavePath, libc.open(name, O_RDWR | O_NOCTTY | O_CLOEXEC));
    MemorySegment termios = arena.allocate(TERMIOS_BYTES, 8);
    check("tcgetattr", libc.getAttributes(slave, termios));
    Libc.makeRaw(termios);
    check("tcsetattr", libc.setAttributesNow(slave, termios));
    pollOne.set(JAVA_INT, 0, master);
    pollOne.set(JAVA_SHORT, 4, POLLIN);
  }

  /** Opens a new line, raw and without echo. */
  public static PseudoTerminal open() throws IOException {
    return new PseudoTerminal();
  }

  /** What a client opens: {@code /dev/pts/N}. */
  public Path slavePath() {
    return slavePath;
  }

  /** Waits until bytes have come, at most so long, and returns them; empty if none have. */
  public byte[] read(int timeoutMs) throws IOException {
    int ready = libc.poll(pollOne, timeoutMs);
    if (ready == 0 || ready == -Libc.EINTR) {
      return NOTHING;
    }
    check("poll", ready);
    int count = libc.read(master, buffer);
    if (count == -Libc.EAGAIN || count == -Libc.EINTR) {
      return NOTHING;
    }
    return buffer.asSlice(0, check("read", count)).toArray(JAVA_BYTE);
  }

  /** Puts bytes on the line without waiting; what doesn't fit because nobody reads is lost. */
  public void write(byte[] bytes) throws IOException {
    for (int from = 0; from < bytes.length; ) {
      int length = Math.min(bytes.length - from, BUFFER_BYTES);
      MemorySegment.copy(bytes, from, buffer, JAVA_BYTE, 0, length);
      int count = libc.write(master, buffer, length);
      if (count == -Libc.EAGAIN) {
        return;
      }
      if (count != -Libc.EINTR) {
        from += check("write", count);
      }
    }
  }

  /** Cuts the line for good: a client sees a hang-up. */
  @Override
  public void close() throws IOException {
    if (open) {
      open = false;
      int closedSlave = libc.close(slave);
      check("close", libc.close(master));
      check("close", closedSlave);
    }
  }

  private static int check(String what, int result) throws IOException {
    if (result < 0) {
      throw new IOException("pseudo-terminal: " + what + " failed, errno " + -result);
    }
    return result;
  }
}
