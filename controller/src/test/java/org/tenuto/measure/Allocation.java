package org.tenuto.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What code allocates once it is compiled. */
public final class Allocation {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int CALLS = 10_000;
  private static final int STILL_ROUNDS = 5;

  /** Bounds the warm-up by work, not by time: the compiler may be slow on a busy machine. */
  private static final int ROUNDS = 1_000;

  private Allocation() {}

  /**
   * Fails unless, once it is warm, 50,000 calls in a row allocate nothing on this thread. Until the
   * compiler is done with it, code may fall back to the interpreter, which allocates.
   */
  public static void assertNone(Runnable code) {
    int still = 0;
    long bytes = 0;
    for (int i = 0; i < ROUNDS && still < STILL_ROUNDS; i++) {
      bytes = bytesOf(code);
      still = bytes == 0 ? still + 1 : 0;
    }
    assertThat(still)
        .as("rounds of %d calls without allocation; the last allocated %d bytes", CALLS, bytes)
        .isEqualTo(STILL_ROUNDS);
  }

  /** What this thread has allocated so far. */
  public static long bytes() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }

  private static long bytesOf(Runnable code) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < CALLS; i++) {
      code.run();
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
