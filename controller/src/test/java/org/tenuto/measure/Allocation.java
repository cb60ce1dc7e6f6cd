package org.tenuto.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What code allocates once it is compiled. */
public final class Allocation {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int CALLS = 10_000;

  /** Bounds the warm-up by work, not by time: the compiler may be slow on a busy machine. */
  private static final int ROUNDS = 1_000;

  private Allocation() {}

  /** Fails unless, after warm-up, 10,000 calls in a row allocate nothing on this thread. */
  public static void assertNone(Runnable code) {
    long bytes = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS && bytes != 0; i++) {
      bytes = bytesOf(code);
    }
    assertThat(bytes).as("bytes allocated by " + CALLS + " calls").isZero();
    assertThat(bytesOf(code)).as("bytes allocated by the next " + CALLS + " calls").isZero();
  }

  private static long bytesOf(Runnable code) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < CALLS; i++) {
      code.run();
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
