package org.tenuto.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.tenuto.driver.newera.SerialLine;

/**
 * The cable to the pump: a serial port of the kernel, raw, 8 data bits, no parity, 1 stop bit, no
 * flow control, never waiting. Held exclusively.
 *
 * <p>Once the kernel reports that the line is gone it stays gone: every later call answers -1, even
 * if a device appears under the same name again; {@link ReopeningLine} opens a new one. Loop thread
 * only after {@link #open}; reading, writing and asking allocate nothing.
 */
public final class TermiosLine implements SerialLine, AutoCloseable {

  /** Most bytes one call moves; a pump's frame has fewer than 100. */
  static final int BUFFER_BYTES = 512;

  private final String path;
  private final int fd;
  private final boolean pty;
  private final MemorySegment errno;
  private final MemorySegment buffer = Arena.ofAuto().allocate(BUFFER_BYTES, Long.BYTES);
  private final MemorySegment word = Arena.ofAuto().allocate(Long.BYTES, Long.BYTES);
  private boolean gone;
  private boolean closed;

  TermiosLine(String path, int fd, boolean pty, MemorySegment errno) {
    this.path = path;
    this.fd = fd;
    this.pty = pty;
    this.errno = errno;
  }

  /**
   * Opens and sets up a line. Any thread, before the loop starts.
   *
   * @param path device, e.g. {@code /dev/ttyUSB0} or {@code /dev/pts/3}
   * @param baud bits per second, one of the standard ones
   * @throws IOException one line naming the path and the reason: missing, no permission, not a
   *     serial line, busy, a speed that it can't do
   */
  public static TermiosLine open(String path, int baud) throws IOException {
    return LineSetup.open(path, baud);
  }

  /** Whether this is a pseudo-terminal: a simulator at the other end, or a terminal window. */
  public boolean isPty() {
    return pty;
  }

  @Override
  public int read(byte[] into) {
    int wanted = Math.min(into.length, BUFFER_BYTES);
    if (gone || wanted == 0) {
      return gone ? -1 : 0;
    }
    int count = Tty.read(errno, fd, buffer, wanted);
    if (count > 0) {
      MemorySegment.copy(buffer, JAVA_BYTE, 0, into, 0, count);
      return count;
    }
    // VMIN is 1: a silent line answers EAGAIN, and 0 bytes come only from one that hung up.
    return count < 0 && passing() ? 0 : lost();
  }

  @Override
  public int write(byte[] from, int length) {
    int wanted = Math.min(length, BUFFER_BYTES);
    if (gone || wanted == 0) {
      return gone ? -1 : 0;
    }
    MemorySegment.copy(from, 0, buffer, JAVA_BYTE, 0, wanted);
    int count = Tty.write(errno, fd, buffer, wanted);
    if (count >= 0) {
      return count;
    }
    return passing() ? 0 : lost();
  }

  @Override
  public int queued() {
    if (gone) {
      return -1;
    }
    if (Tty.ioctl(errno, fd, Tty.TIOCOUTQ, word) == 0) {
      return word.get(JAVA_INT, 0);
    }
    return lost();
  }

  @Override
  public void discardOutput() {
    if (!gone && Tty.flush(errno, fd, Tty.TCOFLUSH) != 0 && !passing()) {
      lost();
    }
  }

  /** Gives the line back. What the kernel has not sent yet is thrown away, so nothing waits. */
  @Override
  public void close() {
    if (!closed) {
      discardOutput();
      gone = true;
      closed = true;
      Tty.close(errno, fd); // its error would only repeat that the line is gone
    }
  }

  /** Whether the last call failed only for now. */
  private boolean passing() {
    int error = Native.errno(errno);
    return error == Native.EAGAIN || error == Native.EINTR;
  }

  private int lost() {
    gone = true;
    return -1;
  }

  @Override
  public String toString() {
    return path + (gone ? " (gone)" : "");
  }
}
