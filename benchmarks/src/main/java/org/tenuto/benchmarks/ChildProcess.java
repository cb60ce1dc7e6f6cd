package org.tenuto.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A process that says in one line that it is ready, and ends when it is told to. */
public final class ChildProcess implements AutoCloseable {

  private static final long READY_S = 60;
  private static final long END_S = 10;

  private final Process process;
  private final CountDownLatch said = new CountDownLatch(1);
  private volatile String ready = "";

  private ChildProcess(Process process) {
    this.process = process;
  }

  /** Starts it; what it says on standard error goes to ours. */
  public static ChildProcess start(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var child = new ChildProcess(process);
    Thread.ofPlatform().daemon().name("bench-child").start(child::listen);
    return child;
  }

  private void listen() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int at = line.indexOf("ready, ");
        if (at >= 0) {
          ready = line.substring(at + "ready, ".length());
          said.countDown();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      said.countDown();
    }
  }

  /**
   * Waits until it is ready.
   *
   * @return what the kernel granted its loop, in its own words
   * @throws IOException if it ended before, or takes too long
   */
  public String awaitReady() throws IOException, InterruptedException {
    boolean spoke = said.await(READY_S, TimeUnit.SECONDS);
    if (spoke && ready.isEmpty()) {
      throw new IOException("the loop's process ended before it was ready");
    } else if (!spoke) {
      throw new IOException("the loop's process is not ready within " + READY_S + " s");
    }
    return ready;
  }

  /** Of the process that was started. */
  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
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
