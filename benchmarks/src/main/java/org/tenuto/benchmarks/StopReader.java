package org.tenuto.benchmarks;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tenuto.linux.RealTimeThread;

/**
 * The thread that opens the e-stop and reads the line, of every loop the same: on a processor of its
 * own where there are two, as punctual as the kernel lets it be. What it starts would inherit that:
 * it starts nothing.
 */
final class StopReader implements AutoCloseable {

  private final ExecutorService thread;
  private volatile String timing = "";

  /** For loops on that processor. */
  StopReader(int loopCpu) {
    int processors = Runtime.getRuntime().availableProcessors();
    int cpu = processors > 1 ? (loopCpu + 1) % processors : RealTimeThread.NO_CPU;
    thread = Executors.newSingleThreadExecutor(work -> new Thread(() -> run(work, cpu), "reader"));
  }

  private void run(Runnable work, int cpu) {
    try (var footing = RealTimeThread.enter(cpu)) {
      timing = footing.timing().statement();
      work.run();
    }
  }

  /** Measures so many stops. */
  void measure(StopSubject subject, StopTimes times, int stops)
      throws IOException, InterruptedException {
    var measured =
        thread.submit(
            () -> {
              for (int i = 0; i < stops; i++) {
                times.add(subject.trial());
              }
              return times;
            });
    try {
      measured.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw new IOException(cause == null ? "not measured" : cause.getMessage(), e);
    }
  }

  /** What the kernel granted it; empty before the first stop. */
  String timing() {
    return timing;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
