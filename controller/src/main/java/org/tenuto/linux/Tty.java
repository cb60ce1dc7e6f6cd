package org.tenuto.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The C library's calls on one open device, a terminal or a GPIO chip, bound once. Each takes the
 * caller's errno segment first and answers what the C function answers. Allocates nothing.
 */
final class Tty {

  static final int O_RDWR = 0x2;
  static final int O_NOCTTY = 0x100;
  static final int O_NONBLOCK = 0x800;
  static final int O_CLOEXEC = 0x80000;

  static final long TIOCEXCL = 0x540C;
  static final long TIOCGEXCL = 0x80045440L;
  static final long TIOCOUTQ = 0x5411;
  static final long TIOCGSERIAL = 0x541E;
  static final long TIOCSSERIAL = 0x541F;

  static final int TCOFLUSH = 1;

  private static final int LOCK_EX = 2;
  private static final int LOCK_NB = 4;
  static final short POLLIN = 1;
  static final int POLLERR_POLLHUP_POLLNVAL = 0x8 | 0x10 | 0x20;
  private static final int F_SETFL = 4;

  private static final MethodHandle OPEN =
      Native.bindVariadic("open", 2, FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle CLOSE =
      Native.bindErrno("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle READ =
      Native.bindErrno("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle WRITE =
      Native.bindErrno("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle POLL =
      Native.bindErrno("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
  private static final MethodHandle IOCTL =
      Native.bindVariadic(
          "ioctl", 2, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS));
  private static final MethodHandle FCNTL =
      Native.bindVariadic(
          "fcntl", 2, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle FLOCK =
      Native.bindErrno("flock", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle TCFLUSH =
      Native.bindErrno("tcflush", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));

  private Tty() {}

  static int open(MemorySegment errno, MemorySegment path, int flags) {
    try {
      return (int) OPEN.invokeExact(errno, path, flags);
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }

  static int close(MemorySegment errno, int fd) {
    try {
      return (int) CLOSE.invokeExact(errno, fd);
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }

  static int read(MemorySegment errno, int fd, MemorySegment into, int length) {
    try {
      return (int) (long) READ.invokeExact(errno, fd, into, (long) length);
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }

  static int write(MemorySegment errno, int fd, MemorySegment from, int length) {
    try {
      return (int) (long) WRITE.invokeExact(errno, fd, from, (long) length);
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }

  /**
   * Waits until there is something to read or the device is gone.
   *
   * @param pollFd 8 bytes of scratch
   * @param timeoutMs longest wait, ms; 0 only looks
   * @return poll's event bits; 0 after the time-out or a signal
   */
  static int poll(MemorySegment errno, int fd, MemorySegment pollFd, int timeoutMs) {
    pollFd.set(JAVA_INT, 0, fd);
    pollFd.set(JAVA_SHORT, 4, POLLIN);
    pollFd.set(JAVA_SHORT, 6, (short) 0);
    try {
      int ready = (int) POLL.invokeExact(errno, pollFd, 1L, timeoutMs);
      return ready > 0 ? pollFd.get(JAVA_SHORT, 6) : 0;
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }

  /** Has reads answer EAGAIN instead of waiting. */
  static int dontBlock(MemorySegment errno, int fd) {
    try {
      return (int) FCNTL.invokeExact(errno, fd, F_SETFL, O_NONBLOCK);
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }

  static int ioctl(MemorySegment errno, int fd, long request, MemorySegment argument) {
    try {
      return (int) IOCTL.invokeExact(errno, fd, request, argument);
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }

  /** Takes the lock of the open file; fails at once if somebody has it. Ends with its holder. */
  static int lock(MemorySegment errno, int fd) {
    try {
      return (int) FLOCK.invokeExact(errno, fd, LOCK_EX | LOCK_NB);
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }

  static int flush(MemorySegment errno, int fd, int queue) {
    try {
      return (int) TCFLUSH.invokeExact(errno, fd, queue);
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }
}
