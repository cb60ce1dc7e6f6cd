package org.tenuto.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A process whose output is read line by line, on a thread of its own, until it ends. */
public final class LineProcess implements AutoCloseable {

  private static final long END_S = 15;

  private final Process process;

  private LineProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts it.
   *
   * @param said takes each line of what it says, on whichever stream
   */
  public static LineProcess start(List<String> command, Consumer<String> said) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    Thread.ofPlatform().daemon().name("bench-lines").start(() -> listen(process, said));
    return new LineProcess(process);
  }

  private static void listen(Process process, Consumer<String> said) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      lines.lines().forEach(said);
    } catch (IOException | UncheckedIOException e) {
      said.accept("nothing can be heard of it: " + e.getMessage());
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  ProcessCost cost() throws IOException {
    return ProcessCost.of(process.pid());
  }

  @Override
  public void close() {
    process.toHandle().destroy(); // Process.destroy would close what we listen to
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
