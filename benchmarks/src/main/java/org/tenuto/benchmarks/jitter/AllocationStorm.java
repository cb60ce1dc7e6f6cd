package org.tenuto.benchmarks.jitter;

import java.util.concurrent.locks.LockSupport;
import org.tenuto.benchmarks.ParentWatch;

/**
 * A thread that allocates 200 MB/s and keeps the last 64 MB of it, so that a collector has to copy:
 * what a busy neighbour in the same JVM, or another JVM on the same board, does.
 */
final class AllocationStorm {

  /** What the design was measured with (design §2). */
  private static final int KB_PER_MS = 200;

  private static final int PIECE_BYTES = 1_024;
  private static final int KEPT = 65_536;
  private static final long MS = 1_000_000;

  private final byte[][] kept = new byte[KEPT][];
  private int at;

  private AllocationStorm() {}

  /** A JVM that does nothing else. */
  public static void main(String[] args) {
    ParentWatch.start();
    start();
    System.out.println("storm ready, 200 MB/s");
  }

  /** Begins it, in this JVM. */
  static void start() {
    new Thread(new AllocationStorm()::blow, "storm").start();
  }

  private void blow() {
    long dueNs = System.nanoTime();
    while (!Thread.currentThread().isInterrupted()) {
      for (int i = 0; i < KB_PER_MS; i++) {
        kept[at] = new byte[PIECE_BYTES];
        at = (at + 1) % KEPT;
      }
      dueNs = Math.max(dueNs + MS, System.nanoTime() - MS);
      LockSupport.parkNanos(dueNs - System.nanoTime());
    }
  }
}
