package org.tenuto.simulator.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * One process of a command of {@code ./tenuto}, its output in two files. It leads a process group of
 * its own, as one started from a terminal does.
 */
final class Tenuto implements AutoCloseable {

  /** No working machine needs so long for anything that is waited for. */
  static final Duration LONG = Duration.ofSeconds(90);

  private static final Duration LOOK = Duration.ofMillis(50);
  private static final int SIGKILL = 137;

  private final String name;
  private final Process process;
  private final Path out;
  private final Path err;

  private Tenuto(String name, Process process, Path out, Path err) {
    this.name = name;
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** How a command ended. */
  record Ended(int exitCode, List<String> out, List<String> err) {}

  /** The root of the repository, where the launcher is. */
  static Path home() {
    return Path.of(System.getProperty("tenuto.home", "..")).toAbsolutePath().normalize();
  }

  /**
   * Starts a command.
   *
   * @param dir where its output goes, to new files
   */
  static Tenuto start(Path dir, String... arguments) throws IOException {
    return start(dir, Map.of(), arguments);
  }

  /**
   * Starts a command.
   *
   * @param environment what is added to this process's own
   */
  static Tenuto start(Path dir, Map<String, String> environment, String... arguments)
      throws IOException {
    return startAt(home(), dir, environment, arguments);
  }

  /**
   * Starts a command of another installation.
   *
   * @param installation folder of its launcher
   */
  static Tenuto startAt(
      Path installation, Path dir, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(List.of("setsid", installation.resolve("tenuto").toString()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(dir, arguments[0] + "-", ".out");
    Path err = Files.createTempFile(dir, arguments[0] + "-", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    return new Tenuto(arguments[0], builder.start(), out, err);
  }

  /** Runs a command to its end. */
  static Ended run(Path dir, String... arguments) throws IOException, InterruptedException {
    return runAt(home(), dir, Map.of(), arguments);
  }

  /** Runs a command of another installation to its end. */
  static Ended runAt(
      Path installation, Path dir, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    try (Tenuto command = startAt(installation, dir, environment, arguments)) {
      return command.awaitEnd();
    }
  }

  /** Waits until a line of its output begins so; the rest of that line. */
  String awaitLine(String beginning) {
    Awaitility.await(name + " says '" + beginning + "'")
        .atMost(LONG)
        .pollInterval(LOOK)
        .failFast(name + " ended", () -> !process.isAlive() && said(beginning).isEmpty())
        .until(() -> !said(beginning).isEmpty());
    return said(beginning).getFirst().substring(beginning.length());
  }

  private List<String> said(String beginning) {
    return out().stream().filter(line -> line.startsWith(beginning)).toList();
  }

  /** Waits until it has ended. */
  Ended awaitEnd() throws InterruptedException {
    if (!process.waitFor(2 * LONG.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError(name + " did not end: " + out() + err());
    }
    return new Ended(process.exitValue(), out(), err());
  }

  /** What it said so far. */
  List<String> out() {
    return lines(out);
  }

  /** What it complained about so far. */
  List<String> err() {
    return lines(err);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks it to end (SIGTERM) and waits until it has. */
  Ended stop() throws InterruptedException {
    process.destroy();
    return awaitEnd();
  }

  /** What Ctrl-C on its terminal does: SIGINT to it and everything it started. */
  void interruptGroup() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", "--", "-" + process.pid()).start().waitFor();
  }

  /**
   * Kills it without a word (SIGKILL).
   *
   * @return when it was surely dead, monotonic ns
   */
  long kill9() throws InterruptedException {
    process.destroyForcibly();
    int code = awaitEnd().exitCode();
    long deadNs = System.nanoTime();
    if (code != SIGKILL) {
      throw new AssertionError(name + " had ended by itself before: " + code + " " + err());
    }
    return deadNs;
  }

  /**
   * Stops it where it stands (SIGSTOP); {@link #go} or {@link #close} lets it go on.
   *
   * @return when it surely stood, monotonic ns
   */
  long halt() throws IOException, InterruptedException {
    signal("STOP");
    Awaitility.await(name + " stands")
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> Files.readString(Path.of("/proc/" + process.pid() + "/stat")).contains(") T "));
    return System.nanoTime();
  }

  /** Lets it go on (SIGCONT). */
  void go() throws IOException, InterruptedException {
    signal("CONT");
  }

  /** One that stands still does not hear that it is to end. */
  private void wake() throws InterruptedException {
    try {
      new ProcessBuilder("kill", "-CONT", Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      process.destroyForcibly();
    }
  }

  private void signal(String signal) throws IOException, InterruptedException {
    int code =
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    if (code != 0) {
      throw new AssertionError(name + " can't be sent SIG" + signal + ": " + err());
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it whatever it is doing; nothing is left. */
  @Override
  public void close() {
    process.destroy();
    try {
      wake();
      if (!process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
