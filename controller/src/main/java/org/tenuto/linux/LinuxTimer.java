package org.tenuto.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.tenuto.control.CycleTimer;

/**
 * Sleeps to an absolute deadline of CLOCK_MONOTONIC, so that lateness never adds up. Loop thread
 * only; allocates nothing. Never wakes before the deadline.
 */
public final class LinuxTimer implements CycleTimer {

  private static final int CLOCK_MONOTONIC = 1;
  private static final int TIMER_ABSTIME = 1;
  private static final long NS_PER_S = 1_000_000_000L;
  private static final long TIMESPEC_BYTES = 16;

  private static final MethodHandle CLOCK_NANOSLEEP =
      Native.bind(
          "clock_nanosleep", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
  private static final MethodHandle CLOCK_GETTIME =
      Native.bind("clock_gettime", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));

  private static final MethodHandle CLOCK_GETRES =
      Native.bind("clock_getres", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));

  private final MemorySegment deadline = Arena.ofAuto().allocate(TIMESPEC_BYTES, 8);

  @Override
  public void sleepUntil(long deadlineNs) {
    if (deadlineNs <= 0) {
      return; // before the clock began; the kernel would refuse a negative time
    }
    deadline.set(JAVA_LONG, 0, deadlineNs / NS_PER_S);
    deadline.set(JAVA_LONG, 8, deadlineNs % NS_PER_S);
    int error = Native.EINTR;
    while (error == Native.EINTR) { // absolute: a restarted sleep ends at the same instant
      error = sleep();
    }
    if (error != 0) {
      throw new IllegalStateException(
          "clock_nanosleep to " + deadlineNs + " ns: " + Native.text(error));
    }
  }

  private int sleep() {
    try {
      return (int)
          CLOCK_NANOSLEEP.invokeExact(CLOCK_MONOTONIC, TIMER_ABSTIME, deadline, MemorySegment.NULL);
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }

  /** The kernel's own reading of CLOCK_MONOTONIC, ns. Allocates; for checks, not for the loop. */
  static long kernelNowNs() {
    return ask(CLOCK_GETTIME);
  }

  /**
   * The finest step of CLOCK_MONOTONIC, ns: 1 with high-resolution timers, else a whole tick of the
   * kernel (1,000,000 or more). Allocates; for checks, not for the loop.
   */
  public static long resolutionNs() {
    return ask(CLOCK_GETRES);
  }

  private static long ask(MethodHandle clock) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment time = arena.allocate(TIMESPEC_BYTES, 8);
      if ((int) clock.invokeExact(CLOCK_MONOTONIC, time) != 0) {
        throw new UnsupportedOperationException("clock: the kernel has no CLOCK_MONOTONIC");
      }
      return time.get(JAVA_LONG, 0) * NS_PER_S + time.get(JAVA_LONG, 8);
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }
}
