package org.tenuto.simulator.system;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A real browser that shows the device page; or none. */
final class Screen implements AutoCloseable {

  private final @Nullable Process process;

  private Screen(@Nullable Process process) {
    this.process = process;
  }

  /** Opens the page in a browser if one is wanted. */
  static Screen open(boolean wanted, Ward ward, Path dir) throws IOException {
    return new Screen(wanted ? launch(ward.url(), dir) : null);
  }

  private static Process launch(String url, Path dir) throws IOException {
    Path profile = Files.createTempDirectory(dir, "browser-");
    return new ProcessBuilder(
            Needs.program("chromium").toString(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile,
            url)
        .redirectErrorStream(true)
        .redirectOutput(profile.resolve("browser.log").toFile())
        .start();
  }

  /** Kills it and everything it started (SIGKILL). */
  void kill9() throws InterruptedException {
    Process alive = requireNonNull(process);
    if (!alive.isAlive()) {
      throw new AssertionError("the browser had ended by itself: " + alive.exitValue());
    }
    end(alive);
  }

  private static void end(Process browser) throws InterruptedException {
    browser.descendants().forEach(ProcessHandle::destroyForcibly);
    browser.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    if (process != null) {
      try {
        end(process);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
