package org.tenuto.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** What the kernel knows of the wall clock's discipline, by adjtimex. Reads only. Any thread. */
public final class WallClock {

  // struct timex of 64-bit Linux, 208 bytes: modes, offset, freq, maxerror, esterror, status, ...
  private static final int TIMEX_BYTES = 208;
  private static final int MAX_ERROR = 24;
  private static final int STATUS = 40;

  private static final int STA_UNSYNC = 0x40;
  private static final int TIME_ERROR = 5;
  private static final long NS_PER_US = 1_000;

  private static final MethodHandle ADJTIMEX =
      Native.bindErrno("adjtimex", FunctionDescriptor.of(JAVA_INT, ADDRESS));

  /**
   * One answer of the kernel.
   *
   * @param known whether it answered at all; a sandbox may refuse even the question
   * @param synchronised whether somebody disciplines the clock
   * @param maxErrorNs how far off it may be, ns; 16 s where nobody does
   */
  public record Discipline(boolean known, boolean synchronised, long maxErrorNs) {}

  private WallClock() {}

  /** Asks the kernel; with no mode set, nothing is changed. */
  public static Discipline discipline() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment timex = arena.allocate(TIMEX_BYTES, Long.BYTES);
      int state = (int) ADJTIMEX.invokeExact(Native.newErrno(), timex);
      if (state < 0) {
        return new Discipline(false, false, 0);
      }
      boolean unsynchronised = (timex.get(JAVA_INT, STATUS) & STA_UNSYNC) != 0;
      return new Discipline(
          true,
          state != TIME_ERROR && !unsynchronised,
          timex.get(JAVA_LONG, MAX_ERROR) * NS_PER_US);
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }
}
