package org.tenuto.benchmarks.jitter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tenuto.benchmarks.LoopStation;

/**
 * The executor's loop with an order that runs. The other end of its line and its station live on a
 * thread here, at normal priority: on a board they have none of the loop's processor either.
 */
final class OurLoop implements Loop {

  private final LoopStation station;
  private final LoggedLoop loop;
  private final Thread surroundings;
  private volatile boolean ending;
  private volatile boolean infusing;
  private volatile @Nullable IOException failure;

  /**
   * Starts it, and its order.
   *
   * @param folder of the link
   * @param command of the process, given the path of its line
   */
  OurLoop(Path folder, Function<Path, List<String>> command, Path log, int cpu)
      throws IOException, InterruptedException {
    station = new LoopStation(folder);
    LoggedLoop started = null;
    try {
      started = new LoggedLoop(command.apply(station.linePath()), log, cpu, false);
      station.attach();
      station.infuse();
    } catch (IOException | InterruptedException e) {
      if (started != null) {
        started.close();
      }
      station.close();
      throw e;
    }
    loop = started;
    infusing = true;
    surroundings = Thread.ofPlatform().daemon().name("bench-pump").start(this::live);
  }

  private void live() {
    try {
      while (!ending) {
        station.turn();
        infusing = station.infusing();
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  @Override
  public void begin() throws IOException {
    loop.begin();
  }

  @Override
  public Block end(int seconds) throws IOException {
    IOException failed = failure;
    if (failed != null) {
      throw failed;
    }
    return loop.end(seconds);
  }

  @Override
  public String remark() {
    return infusing ? "" : "the order did not run to the end of the block";
  }

  /** The pump answers until the executor has stopped it. */
  @Override
  public void close() throws IOException {
    loop.close();
    ending = true;
    try {
      surroundings.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    station.close();
  }
}
