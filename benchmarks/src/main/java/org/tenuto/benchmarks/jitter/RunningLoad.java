package org.tenuto.benchmarks.jitter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.tenuto.benchmarks.LineProcess;

/** The processes of a load, from their start to their end. One thread. */
final class RunningLoad implements AutoCloseable {

  private static final long READY_S = 60;
  private static final List<String> STORM_FLAGS = List.of("-Xmx256m", "-XX:+UseG1GC");

  private final JitterLoad load;
  private final AtomicReference<String> said = new AtomicReference<>("");
  private final List<LineProcess> processes = new ArrayList<>();

  /**
   * Starts them.
   *
   * @param stress stress-ng; only asked for where the load needs it
   * @param folder for its files, on a disk
   * @param seconds after which they end by themselves, whatever happens here
   * @throws IOException one line, if one can't be started
   */
  RunningLoad(JitterLoad load, @Nullable Path stress, Path folder, long seconds)
      throws IOException, InterruptedException {
    this.load = load;
    try {
      if (stress != null && !load.stress().isEmpty()) {
        List<String> command = new ArrayList<>(List.of(stress.toString()));
        command.addAll(load.stress());
        command.addAll(List.of("--temp-path", folder.toString(), "--timeout", seconds + "s"));
        processes.add(LineProcess.start(command, said::set));
      }
      if (load.allocates()) {
        startStorm();
      }
    } catch (IOException | InterruptedException e) {
      close();
      throw e;
    }
  }

  private void startStorm() throws IOException, InterruptedException {
    var ready = new CountDownLatch(1);
    processes.add(
        LineProcess.start(
            Programs.java(STORM_FLAGS, AllocationStorm.class, List.of()),
            line -> {
              if (line.startsWith("storm ready")) {
                ready.countDown();
              } else {
                said.set(line);
              }
            }));
    if (!ready.await(READY_S, TimeUnit.SECONDS)) {
      throw new IOException("load " + load.text() + ": its JVM is not ready: " + said.get());
    }
  }

  /** @throws IOException if the load is not there any more */
  void requireAlive() throws IOException {
    if (!processes.stream().allMatch(LineProcess::isAlive)) {
      throw new IOException("load " + load.text() + " ended by itself: " + said.get());
    }
  }

  @Override
  public void close() {
    processes.forEach(LineProcess::close);
  }
}
