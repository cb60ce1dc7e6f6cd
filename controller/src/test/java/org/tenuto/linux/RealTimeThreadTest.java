package org.tenuto.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RealTimeThreadTest {

  private static final MethodHandle CAPSET =
      Native.bind("capset", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
  private static final MethodHandle GETRLIMIT =
      Native.bind("getrlimit", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle SETRLIMIT =
      Native.bind("setrlimit", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle SCHEDULER =
      Native.bind("sched_getscheduler", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle MUNLOCKALL =
      Native.bind("munlockall", FunctionDescriptor.of(JAVA_INT));
  private static final int RLIMIT_RTPRIO = 14;

  /** Locked memory is the process's, not the thread's. */
  @AfterEach
  void unlockMemory() throws Throwable {
    assertThat((int) MUNLOCKALL.invokeExact()).isZero();
  }

  @Test
  void saysWhatTheKernelRefuses() throws Exception {
    Timing timing =
        onItsOwnThread(
            () -> {
              dropEveryCapability();
              return withoutRealTimePriority(RealTimeThreadTest::enterAndLeave);
            });
    assertThat(timing.bits() & Timing.FIFO).isZero();
    assertThat(timing.full()).isFalse();
    assertThat(timing.statement())
        .startsWith("timing: degraded, ")
        .contains("no SCHED_FIFO (Operation not permitted)");
  }

  @Test
  void statesExactlyWhatItsBitsSay() throws Exception {
    Timing timing = onItsOwnThread(RealTimeThreadTest::enterAndLeave);
    assertThat(timing.statement().contains("no SCHED_FIFO"))
        .isEqualTo((timing.bits() & Timing.FIFO) == 0);
    assertThat(timing.statement().contains("no locked memory"))
        .isEqualTo((timing.bits() & Timing.LOCKED_MEMORY) == 0);
    assertThat(timing.statement().contains("no CPU affinity"))
        .isEqualTo((timing.bits() & Timing.AFFINITY) == 0);
    assertThat(timing.statement().contains("no C-state latency 0"))
        .isEqualTo((timing.bits() & Timing.C_STATE) == 0);
    assertThat(timing.statement().startsWith("timing: real time (")).isEqualTo(timing.full());
  }

  @Test
  void runsAsTheKernelWasAsked() throws Exception {
    int fifoAndResetOnFork = 0x40000001;
    int policy =
        onItsOwnThread(
            () -> {
              try (RealTimeThread thread = RealTimeThread.enter(RealTimeThread.NO_CPU)) {
                boolean granted = (thread.timing().bits() & Timing.FIFO) != 0;
                return granted ? policy() : fifoAndResetOnFork;
              }
            });
    assertThat(policy).isEqualTo(fifoAndResetOnFork);
  }

  @Test
  void saysThatACpuDoesNotExist() throws Exception {
    Timing timing =
        onItsOwnThread(
            () -> {
              try (RealTimeThread thread = RealTimeThread.enter(1023)) {
                return thread.timing();
              }
            });
    assertThat(timing.statement()).contains("no CPU affinity (Invalid argument)");
  }

  @Test
  void refusesACpuThatCantBe() {
    assertThatThrownBy(() -> RealTimeThread.enter(1024))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cpu 1024: expected 0 to 1023, or -1 for any");
  }

  @Test
  void refusesOtherSystems() {
    assertThat(Platform.refusal("Mac OS X", "aarch64")).isEqualTo("needs Linux, this is Mac OS X");
    assertThat(Platform.refusal("Linux", "riscv64"))
        .isEqualTo("needs x86-64 or arm64, this is riscv64");
    assertThat(Platform.refusal("Linux", "aarch64")).isNull();
    assertThat(Platform.refusal("Linux", "amd64")).isNull();
  }

  private static Timing enterAndLeave() {
    try (RealTimeThread thread = RealTimeThread.enter(0)) {
      return thread.timing();
    }
  }

  /** Scheduling and capabilities belong to a thread and end with it. */
  private static <T> T onItsOwnThread(Callable<T> code) throws Exception {
    FutureTask<T> task = new FutureTask<>(code);
    new Thread(task).start();
    return task.get();
  }

  private static int policy() {
    try {
      return (int) SCHEDULER.invokeExact(0);
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }

  /** Of the calling thread only, which is how the kernel keeps them. */
  private static void dropEveryCapability() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment header = arena.allocate(8);
      header.set(JAVA_INT, 0, 0x20080522); // version 3: two sets of 32
      MemorySegment none = arena.allocate(24);
      assertThat((int) CAPSET.invokeExact(header, none)).isZero();
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }

  /** With the soft limit of this process at 0; it may always be raised again to the hard one. */
  private static Timing withoutRealTimePriority(Callable<Timing> code) throws Exception {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment limit = arena.allocate(16, 8);
      assertThat((int) GETRLIMIT.invokeExact(RLIMIT_RTPRIO, limit)).isZero();
      long soft = limit.get(JAVA_LONG, 0);
      limit.set(JAVA_LONG, 0, 0L);
      assertThat((int) SETRLIMIT.invokeExact(RLIMIT_RTPRIO, limit)).isZero();
      try {
        return code.call();
      } finally {
        limit.set(JAVA_LONG, 0, soft);
        assertThat((int) SETRLIMIT.invokeExact(RLIMIT_RTPRIO, limit)).isZero();
      }
    } catch (Exception e) {
      throw e;
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }
}
