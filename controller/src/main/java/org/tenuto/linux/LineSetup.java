package org.tenuto.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a serial line, makes sure nobody else has it, and sets it up. Once per line. */
final class LineSetup {

  // struct termios of glibc, 60 bytes: four 32-bit flag words, the line discipline, c_cc[32],
  // two speeds.
  private static final int TERMIOS_BYTES = 60;
  private static final int IFLAG = 0;
  private static final int CFLAG = 8;
  private static final int VTIME = 17 + 5;
  private static final int VMIN = 17 + 6;

  /**
   * Of VMIN. A read never waits all the same (O_NONBLOCK), but of a silent line it then answers
   * EAGAIN: with 0 it answers 0 bytes, as of a line that hung up.
   */
  private static final byte AT_LEAST_ONE = 1;

  private static final int TCSANOW = 0;

  private static final int CSIZE = 0x30;
  private static final int CS8 = 0x30;
  private static final int CSTOPB = 0x40;
  private static final int CREAD = 0x80;
  private static final int PARENB = 0x100;
  private static final int CLOCAL = 0x800;
  private static final int CRTSCTS = 0x80000000;
  private static final int FRAME_BITS = CSIZE | CSTOPB | CREAD | PARENB | CLOCAL | CRTSCTS;
  private static final int FRAME_8N1 = CS8 | CREAD | CLOCAL;
  private static final int IXON_IXOFF_IXANY = 0x400 | 0x1000 | 0x800;

  // struct serial_struct, 72 bytes.
  private static final int SERIAL_BYTES = 72;
  private static final int CLOSING_WAIT = 40;
  private static final short CLOSING_WAIT_NONE = (short) 65535;

  private static final int PTY_MAJOR_FIRST = 136;
  private static final int PTY_MAJOR_LAST = 143;

  private static final MethodHandle TCGETATTR =
      Native.bindErrno("tcgetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle TCSETATTR =
      Native.bindErrno("tcsetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle CFMAKERAW =
      Native.bind("cfmakeraw", FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle CFSETSPEED =
      Native.bindErrno("cfsetspeed", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));

  private final String path;
  private final Arena arena;
  private final MemorySegment errno = Native.newErrno();
  private int fd = -1;

  private LineSetup(String path, Arena arena) {
    this.path = path;
    this.arena = arena;
  }

  static TermiosLine open(String path, int baud) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      LineSetup setup = new LineSetup(path, arena);
      setup.openDevice();
      try {
        return setup.setUp(baud);
      } catch (IOException e) {
        Tty.close(setup.errno, setup.fd);
        throw e;
      }
    }
  }

  private void openDevice() throws IOException {
    int flags = Tty.O_RDWR | Tty.O_NOCTTY | Tty.O_NONBLOCK | Tty.O_CLOEXEC;
    fd = Tty.open(errno, arena.allocateFrom(path), flags);
    if (fd < 0) {
      throw failure("can't be opened");
    }
  }

  private TermiosLine setUp(int baud) throws IOException {
    MemorySegment settings = arena.allocate(TERMIOS_BYTES, Long.BYTES);
    if (get(settings) != 0) {
      throw failure("is not a serial line");
    }
    boolean pty = isPty();
    hold(pty);
    makeRaw(settings, baud);
    dontWaitOnClose();
    if (Tty.flush(errno, fd, 2) != 0) { // TCIOFLUSH: what a former owner left behind
      throw failure("can't be flushed");
    }
    return new TermiosLine(path, fd, pty, errno);
  }

  /**
   * The lock works among our own processes, for root too, and ends with its holder. TIOCEXCL keeps
   * strangers off, but stays on a pty until its other end closes: after a kill -9 a restarted
   * executor could not open the line again, so a pty does without.
   */
  private void hold(boolean pty) throws IOException {
    if (Tty.lock(errno, fd) != 0) {
      throw Native.errno(errno) == Native.EAGAIN ? busy() : failure("can't be locked");
    }
    if (pty) {
      return;
    }
    MemorySegment exclusive = arena.allocate(JAVA_INT);
    if (Tty.ioctl(errno, fd, Tty.TIOCGEXCL, exclusive) == 0 && exclusive.get(JAVA_INT, 0) != 0) {
      throw busy(); // the kernel lets root in all the same
    }
    if (Tty.ioctl(errno, fd, Tty.TIOCEXCL, MemorySegment.NULL) != 0) {
      throw failure("can't be held exclusively");
    }
  }

  private void makeRaw(MemorySegment settings, int baud) throws IOException {
    raw(settings);
    settings.set(JAVA_INT, IFLAG, settings.get(JAVA_INT, IFLAG) & ~IXON_IXOFF_IXANY);
    settings.set(JAVA_INT, CFLAG, (settings.get(JAVA_INT, CFLAG) & ~FRAME_BITS) | FRAME_8N1);
    settings.set(JAVA_BYTE, VMIN, AT_LEAST_ONE);
    settings.set(JAVA_BYTE, VTIME, (byte) 0);
    // glibc takes the number itself; speeds without a constant it refuses
    if (baud <= 0 || speed(settings, baud) != 0) {
      throw new IOException("serial line " + path + ": can't do " + baud + " baud");
    }
    if (set(settings) != 0) {
      throw failure("can't be set to " + baud + " baud, 8N1");
    }
    // tcsetattr succeeds if it could do any of it, so what it did is read back
    if (get(settings) != 0
        || (settings.get(JAVA_INT, CFLAG) & FRAME_BITS) != FRAME_8N1
        || settings.get(JAVA_BYTE, VMIN) != AT_LEAST_ONE) {
      throw new IOException("serial line " + path + ": does not do 8N1 raw without flow control");
    }
  }

  /**
   * Asks the kernel not to hold back a closing process until its output is sent. Only real serial
   * ports have the setting (a pty answers ENOTTY or EINVAL: it never waits), and some change it
   * only for root. Refusal is no error: the line's own close flushes first.
   */
  private void dontWaitOnClose() {
    MemorySegment serial = arena.allocate(SERIAL_BYTES, Long.BYTES);
    if (Tty.ioctl(errno, fd, Tty.TIOCGSERIAL, serial) == 0) {
      serial.set(JAVA_SHORT, CLOSING_WAIT, CLOSING_WAIT_NONE);
      Tty.ioctl(errno, fd, Tty.TIOCSSERIAL, serial);
    }
  }

  /** Judged by what was really opened, not by its name: a link may lead anywhere. */
  private boolean isPty() throws IOException {
    Object device = Files.getAttribute(Path.of("/proc/self/fd/" + fd), "unix:rdev");
    long major = ((long) device >>> 8) & 0xFFF;
    return major >= PTY_MAJOR_FIRST && major <= PTY_MAJOR_LAST;
  }

  private IOException busy() {
    return new IOException("serial line " + path + ": is busy (another process has it)");
  }

  private IOException failure(String what) {
    int error = Native.errno(errno);
    return error == Native.EBUSY
        ? busy()
        : new IOException("serial line " + path + ": " + what + " (" + Native.text(error) + ")");
  }

  private int get(MemorySegment settings) {
    try {
      return (int) TCGETATTR.invokeExact(errno, fd, settings);
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }

  private int set(MemorySegment settings) {
    try {
      return (int) TCSETATTR.invokeExact(errno, fd, TCSANOW, settings);
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }

  private int speed(MemorySegment settings, int baud) {
    try {
      return (int) CFSETSPEED.invokeExact(errno, settings, baud);
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }

  private static void raw(MemorySegment settings) {
    try {
      CFMAKERAW.invokeExact(settings);
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }
}
