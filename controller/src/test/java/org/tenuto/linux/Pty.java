package org.tenuto.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/** The far end of a pseudo-terminal: what a pump would be. Blocking reads. */
public final class Pty implements AutoCloseable {

  private static final MethodHandle OPENPT =
      Native.bind("posix_openpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle GRANTPT =
      Native.bind("grantpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle UNLOCKPT =
      Native.bind("unlockpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle PTSNAME =
      Native.bind("ptsname_r", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG));

  private static final long TIOCVHANGUP = 0x5437;

  private final Arena arena = Arena.ofAuto();
  private final MemorySegment errno = Native.newErrno();
  private final MemorySegment buffer = arena.allocate(4096);
  private final int fd;
  private final String path;

  public Pty() throws Throwable {
    fd = (int) OPENPT.invokeExact(Tty.O_RDWR | Tty.O_NOCTTY);
    assertThat(fd).isNotNegative();
    assertThat((int) GRANTPT.invokeExact(fd)).isZero();
    assertThat((int) UNLOCKPT.invokeExact(fd)).isZero();
    assertThat((int) PTSNAME.invokeExact(fd, buffer, 4096L)).isZero();
    path = buffer.getString(0);
  }

  public String path() {
    return path;
  }

  public void send(byte[] bytes) {
    MemorySegment.copy(bytes, 0, buffer, JAVA_BYTE, 0, bytes.length);
    assertThat(Tty.write(errno, fd, buffer, bytes.length)).isEqualTo(bytes.length);
  }

  public byte[] receive(int length) {
    byte[] bytes = new byte[length];
    int received = 0;
    while (received < length) {
      int count = Tty.read(errno, fd, buffer, length - received);
      assertThat(count).isPositive();
      MemorySegment.copy(buffer, JAVA_BYTE, 0, bytes, received, count);
      received += count;
    }
    return Arrays.copyOf(bytes, received);
  }

  /** Hangs the near end up, as unplugging an adapter does; false if not permitted. */
  public boolean hangUp() {
    int near = Tty.open(errno, arena.allocateFrom(path), Tty.O_RDWR | Tty.O_NOCTTY);
    assertThat(near).isNotNegative();
    boolean done = Tty.ioctl(errno, near, TIOCVHANGUP, MemorySegment.NULL) == 0;
    Tty.close(errno, near);
    return done;
  }

  @Override
  public void close() {
    Tty.close(errno, fd);
  }
}
