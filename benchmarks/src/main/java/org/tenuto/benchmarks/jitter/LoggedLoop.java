package org.tenuto.benchmarks.jitter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tenuto.benchmarks.ChildProcess;

/** A process whose loop writes a {@link WakeLog}. */
final class LoggedLoop implements Loop {

  private static final long NS_PER_S = 1_000_000_000;

  private final Path log;
  private final int cpu;
  private final boolean catchesUp;
  private final ChildProcess process;
  private final String timing;
  private long fromNs;
  private KernelCost before = KernelCost.NONE;

  /**
   * Starts it, and waits until it is ready.
   *
   * @param log made already
   * @param cpu processor whose steal time is told
   * @param catchesUp whether it makes up for deadlines that went by
   */
  LoggedLoop(List<String> command, Path log, int cpu, boolean catchesUp)
      throws IOException, InterruptedException {
    this.log = log;
    this.cpu = cpu;
    this.catchesUp = catchesUp;
    process = ChildProcess.start(command);
    try {
      timing = process.awaitReady();
    } catch (IOException | InterruptedException e) {
      process.close();
      throw e;
    }
  }

  @Override
  public void begin() throws IOException {
    before = KernelCost.of(process.pid(), cpu);
    fromNs = System.nanoTime();
  }

  @Override
  public Block end(int seconds) throws IOException {
    if (!process.isAlive()) {
      throw new IOException("its process ended meanwhile");
    }
    KernelCost cost = KernelCost.of(process.pid(), cpu).since(before);
    Wakes wakes = WakeLog.read(log, fromNs, fromNs + seconds * NS_PER_S);
    if (wakes.count() == 0) {
      throw new IOException("its loop stood still");
    }
    return Block.of(wakes, catchesUp, cost, timing);
  }

  @Override
  public void close() {
    process.close();
  }
}
