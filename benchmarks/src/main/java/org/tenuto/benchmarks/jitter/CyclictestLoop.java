package org.tenuto.benchmarks.jitter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * cyclictest of rt-tests, with the loop's period, priority and processor. It counts by itself, from
 * its start on: so it starts when the block does, and what its start costs is in its faults.
 */
final class CyclictestLoop implements Loop {

  /** Latencies in its histogram, µs; later ones are counted as late as the latest. */
  private static final int HISTOGRAM_US = 100_000;

  private static final long END_S = 10;

  private final Path output;
  private final int cpu;
  private final ProcessBuilder program;
  private @Nullable Process process;
  private KernelCost before = KernelCost.NONE;

  /**
   * Nothing runs yet.
   *
   * @param folder where its output goes
   * @param seconds after which it ends by itself, whatever happens here
   */
  CyclictestLoop(Path file, Path folder, int cpu, int seconds) {
    this.cpu = cpu;
    output = folder.resolve("cyclictest");
    program =
        new ProcessBuilder(
                file.toString(),
                "-m",
                "-q",
                "-p80",
                "-t1",
                "-i1000",
                "-a" + cpu,
                "-h" + HISTOGRAM_US,
                "-D" + seconds)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
  }

  @Override
  public void begin() throws IOException {
    Process started = program.start();
    process = started;
    before = KernelCost.of(started.pid(), cpu);
  }

  @Override
  public Block end(int seconds) throws IOException {
    Process running = Objects.requireNonNull(process, "begun");
    if (!running.isAlive()) {
      String last = Files.readAllLines(output).stream().reduce("", (_, line) -> line);
      throw new IOException("cyclictest ended by itself: " + last);
    }
    KernelCost cost = KernelCost.of(running.pid(), cpu).since(before);
    close(); // then it prints
    CyclictestOutput said = CyclictestOutput.parse(Files.readAllLines(output));
    return new Block(
        said.errors(), List.of(), said.missed(), cost, "timing: as cyclictest -m -p80 asks");
  }

  @Override
  public void close() {
    Process running = process;
    if (running == null) {
      return;
    }
    running.destroy();
    try {
      if (!running.waitFor(END_S, TimeUnit.SECONDS)) {
        running.destroyForcibly();
      }
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
