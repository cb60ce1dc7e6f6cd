package org.tenuto.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * The kernel's scheduling calls for the calling thread. Each answers null if it was granted, else
 * the kernel's reason. Called once per start: allocates.
 */
final class Scheduling {

  private static final int CALLING_THREAD = 0;
  private static final int SCHED_FIFO = 1;

  /** What this thread starts (a JIT compiler thread, say) runs at normal priority again. */
  private static final int SCHED_RESET_ON_FORK = 0x40000000;

  private static final int MCL_CURRENT = 1;
  private static final int MCL_FUTURE = 2;

  /** Locks pages as they are touched: without it all that the JVM reserves becomes resident. */
  private static final int MCL_ONFAULT = 4;

  private static final int PR_SET_TIMERSLACK = 29;
  private static final int CPU_SET_BYTES = 128; // 1024 CPUs

  private static final MethodHandle SCHED_SETSCHEDULER =
      Native.bindErrno(
          "sched_setscheduler", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle SCHED_SETAFFINITY =
      Native.bindErrno(
          "sched_setaffinity", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS));
  private static final MethodHandle MLOCKALL =
      Native.bindErrno("mlockall", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle MUNLOCKALL =
      Native.bindErrno("munlockall", FunctionDescriptor.of(JAVA_INT));
  private static final MethodHandle PRCTL =
      Native.bindVariadic("prctl", 1, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG));

  private final MemorySegment errno = Native.newErrno();

  @Nullable String fifo(int priority) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment parameter = arena.allocateFrom(JAVA_INT, priority);
      int policy = SCHED_FIFO | SCHED_RESET_ON_FORK;
      return refusal(
          (int) SCHED_SETSCHEDULER.invokeExact(errno, CALLING_THREAD, policy, parameter));
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }

  @Nullable String runOn(int cpu) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment set = arena.allocate(CPU_SET_BYTES, Long.BYTES);
      set.set(JAVA_BYTE, cpu / Byte.SIZE, (byte) (1 << cpu % Byte.SIZE));
      return refusal(
          (int) SCHED_SETAFFINITY.invokeExact(errno, CALLING_THREAD, (long) CPU_SET_BYTES, set));
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }

  @Nullable String lockMemory() {
    try {
      return refusal((int) MLOCKALL.invokeExact(errno, MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT));
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }

  /** Undoes {@link #lockMemory}, for the whole process. */
  @Nullable String unlockMemory() {
    try {
      return refusal((int) MUNLOCKALL.invokeExact(errno));
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }

  @Nullable String timerSlack(long ns) {
    try {
      return refusal((int) PRCTL.invokeExact(errno, PR_SET_TIMERSLACK, ns));
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }

  private @Nullable String refusal(int result) {
    return result == 0 ? null : Native.text(Native.errno(errno));
  }
}
