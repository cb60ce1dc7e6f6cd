package org.tenuto.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tenuto.measure.Allocation;

class LinuxTimerTest {

  private static final MethodHandle GETTID = Native.bind("gettid", FunctionDescriptor.of(JAVA_INT));
  private static final MethodHandle TGKILL =
      Native.bind("tgkill", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
  private static final int SIGWINCH = 28;

  private final LinuxClock clock = new LinuxClock();
  private final LinuxTimer timer = new LinuxTimer();

  @Test
  void neverWakesEarly() {
    for (int i = 0; i < 300; i++) {
      long deadlineNs = clock.nowNs() + 37_000L * (i % 50);
      timer.sleepUntil(deadlineNs);
      assertThat(clock.nowNs()).isGreaterThanOrEqualTo(deadlineNs);
    }
  }

  @Test
  void returnsAtOnceIfTheDeadlineIsPast() {
    timer.sleepUntil(clock.nowNs() - 1);
    timer.sleepUntil(0);
    timer.sleepUntil(Long.MIN_VALUE);
  }

  @Test
  void goesOnToTheSameDeadlineAfterASignal() throws Throwable {
    AtomicInteger signals = new AtomicInteger();
    countSignals("WINCH", signals);
    AtomicInteger sleeper = new AtomicInteger();
    AtomicLong earlyNs = new AtomicLong(Long.MIN_VALUE);
    Thread thread =
        new Thread(
            () -> {
              sleeper.set(gettid());
              long deadlineNs = clock.nowNs() + 400_000_000L;
              timer.sleepUntil(deadlineNs);
              earlyNs.set(deadlineNs - clock.nowNs());
            });
    thread.start();
    while (thread.isAlive()) {
      if (sleeper.get() != 0) {
        int _ =
            (int) TGKILL.invokeExact((int) ProcessHandle.current().pid(), sleeper.get(), SIGWINCH);
      }
      thread.join(10);
    }
    assertThat(signals).hasPositiveValue();
    assertThat(earlyNs.get()).isGreaterThan(Long.MIN_VALUE).isLessThanOrEqualTo(0);
  }

  @Test
  void allocatesNothing() {
    Allocation.assertNone(() -> timer.sleepUntil(clock.nowNs() - 1));
  }

  private static int gettid() {
    try {
      return (int) GETTID.invokeExact();
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }

  /** Installs a handler: without one the kernel would not wake the sleeper at all. */
  private static void countSignals(String name, AtomicInteger count) throws Exception {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object counting =
        Proxy.newProxyInstance(
            LinuxTimerTest.class.getClassLoader(),
            new Class<?>[] {handler},
            (_, _, _) -> {
              count.incrementAndGet();
              return null;
            });
    signal
        .getMethod("handle", signal, handler)
        .invoke(null, signal.getConstructor(String.class).newInstance(name), counting);
  }
}
