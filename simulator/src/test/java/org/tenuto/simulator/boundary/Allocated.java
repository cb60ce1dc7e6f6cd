package org.tenuto.simulator.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What code allocates once it is compiled. */
final class Allocated {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int CALLS = 10_000;
  private static final int STILL_ROUNDS = 5;

  /** Bounds the warm-up by work, not by time: the compiler may be slow on a busy machine. */
  private static final int ROUNDS = 1_000;

  private Allocated() {}

  /**
   * Fails unless, once it is warm, 50,000 calls in a row allocate nothing on this thread. Until the
   * compiler is done with it, code may fall back to the interpreter, which allocates.
   */
  static void nothingBy(Runnable code) {
    int still = 0;
    for (int round = 0; round < ROUNDS && still < STILL_ROUNDS; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < CALLS; i++) {
        code.run();
      }
      still = THREADS.getCurrentThreadAllocatedBytes() == before ? still + 1 : 0;
    }
    assertThat(still).as("rounds without allocation").isEqualTo(STILL_ROUNDS);
  }
}
