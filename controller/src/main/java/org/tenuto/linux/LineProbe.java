package org.tenuto.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether a serial line could be opened, and leaves its settings and its bytes alone. Any
 * thread; takes the line's lock for the length of one system call.
 */
public final class LineProbe {

  private static final MethodHandle ISATTY =
      Native.bindErrno("isatty", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private LineProbe() {}

  /**
   * Why the line could not be had now, e.g. {@code can't be opened (Permission denied)}; null if it
   * could.
   */
  public static @Nullable String refusal(String path) {
    MemorySegment errno = Native.newErrno();
    try (Arena arena = Arena.ofConfined()) {
      int flags = Tty.O_RDWR | Tty.O_NOCTTY | Tty.O_NONBLOCK | Tty.O_CLOEXEC;
      int fd = Tty.open(errno, arena.allocateFrom(path), flags);
      if (fd < 0) {
        int error = Native.errno(errno);
        return error == Native.EBUSY ? "is busy" : "can't be opened (" + Native.text(error) + ")";
      }
      try {
        return look(errno, fd, arena.allocate(JAVA_INT));
      } finally {
        Tty.close(errno, fd);
      }
    }
  }

  private static @Nullable String look(MemorySegment errno, int fd, MemorySegment exclusive) {
    if (!isTty(errno, fd)) {
      return "is not a serial line";
    }
    boolean held = Tty.ioctl(errno, fd, Tty.TIOCGEXCL, exclusive) == 0;
    held = held && exclusive.get(JAVA_INT, 0) != 0;
    return held || Tty.lock(errno, fd) != 0 ? "is busy" : null;
  }

  private static boolean isTty(MemorySegment errno, int fd) {
    try {
      return (int) ISATTY.invokeExact(errno, fd) == 1;
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }
}
