package org.tenuto.benchmarks.jitter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * cyclictest of rt-tests, with the loop's period, priority and processor. It counts by itself, from
 * its start on: that is a little earlier than the block.
 */
final class CyclictestLoop implements Loop {

  /** Latencies in its histogram, µs; later ones are counted as late as the latest. */
  private static final int HISTOGRAM_US = 100_000;

  private static final long END_S = 10;

  private final Path output;
  private final int cpu;
  private final Process process;
  private KernelCost before = KernelCost.NONE;

  /**
   * Starts it.
   *
   * @param folder where its output goes
   * @param seconds after which it ends by itself, whatever happens here
   */
  CyclictestLoop(Path program, Path folder, int cpu, int seconds) throws IOException {
    this.cpu = cpu;
    output = folder.resolve("cyclictest");
    process =
        new ProcessBuilder(
                program.toString(),
                "-m",
                "-q",
                "-p80",
                "-t1",
                "-i1000",
                "-a" + cpu,
                "-h" + HISTOGRAM_US,
                "-D" + seconds)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
  }

  @Override
  public void begin() throws IOException {
    requireAlive();
    before = KernelCost.of(process.pid(), cpu);
  }

  @Override
  public Block end(int seconds) throws IOException {
    requireAlive();
    KernelCost cost = KernelCost.of(process.pid(), cpu).since(before);
    close(); // then it prints
    CyclictestOutput said = CyclictestOutput.parse(Files.readAllLines(output));
    return new Block(
        said.errors(), List.of(), said.missed(), cost, "timing: as cyclictest -m -p80 asks");
  }

  private void requireAlive() throws IOException {
    if (!process.isAlive()) {
      String last = Files.readAllLines(output).stream().reduce("", (_, line) -> line);
      throw new IOException("cyclictest ended by itself: " + last);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(END_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
