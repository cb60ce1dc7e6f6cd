package org.tenuto.simulator.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One process of the demo: started through the launcher, its output in a file of its own. */
final class Child {

  private static final int SIGNAL_BASE = 128;
  private static final int READY_TIMEOUT_S = 60;
  private static final int STOP_TIMEOUT_S = 8;
  private static final int POLL_MS = 20;

  private final String name;
  private final Process process;
  private final Path output;

  private Child(String name, Process process, Path output) {
    this.name = name;
    this.process = process;
    this.output = output;
  }

  /**
   * Starts a command of the launcher.
   *
   * @param dir where its output goes, to {@code NAME.log}
   */
  static Child start(Path launcher, Path dir, String name, List<String> arguments)
      throws IOException {
    return start(launcher, dir, Map.of(), name, arguments);
  }

  /**
   * Starts a command of the launcher.
   *
   * @param environment what is added to this process's own
   */
  static Child start(
      Path launcher,
      Path dir,
      Map<String, String> environment,
      String name,
      List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString(), name));
    command.addAll(arguments);
    Path output = dir.resolve(name + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
    builder.environment().putAll(environment);
    return new Child(name, builder.start(), output);
  }

  /** Waits until a line of its output matches; the line. Fails when it dies or says nothing. */
  String awaitLine(Predicate<String> matches) throws IOException, InterruptedException {
    long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_TIMEOUT_S);
    while (System.nanoTime() < deadlineNs) {
      Optional<String> line = lines().stream().filter(matches).findFirst();
      if (line.isPresent()) {
        return line.get();
      }
      if (process.waitFor(POLL_MS, TimeUnit.MILLISECONDS)) {
        throw new IOException(name + " " + howItEnded());
      }
    }
    throw new IOException(name + " was not ready within " + READY_TIMEOUT_S + " s" + lastWords());
  }

  private List<String> lines() throws IOException {
    return Files.readString(output, StandardCharsets.UTF_8).lines().toList();
  }

  /** What it complained of, or else the end of its output, to say why. */
  String lastWords() throws IOException {
    List<String> lines = lines();
    return lines.reversed().stream()
        .filter(line -> line.startsWith(name + ": "))
        .findFirst()
        .or(() -> lines.reversed().stream().findFirst())
        .map(line -> ": " + line)
        .orElse("");
  }

  /** How it ended, e.g. {@code died: killed by signal 9}; what it said last if it could. */
  String howItEnded() throws IOException {
    int code = process.exitValue();
    return code > SIGNAL_BASE
        ? "died: killed by signal " + (code - SIGNAL_BASE)
        : "ended with exit code " + code + lastWords();
  }

  /** Asks it to stop, and does not wait for it. */
  void askToStop() {
    process.destroy();
  }

  /** Asks it to stop; kills it if it does not. */
  void stop() {
    stopWithin(STOP_TIMEOUT_S);
  }

  /** Asks it to stop; kills it if it has not within so many seconds. */
  void stopWithin(long seconds) {
    askToStop();
    try {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  String name() {
    return name;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  Path output() {
    return output;
  }
}
