package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A running {@code ./tenuto demo}; closing it checks that none of its processes is left. */
final class DemoProcess implements AutoCloseable {

  private final Tenuto demo;
  private final Path dir;
  private final JsonNode description;
  private final Map<String, ProcessHandle> processes = new TreeMap<>();

  private DemoProcess(Tenuto demo, Path dir) throws IOException {
    this.demo = demo;
    this.dir = dir;
    this.description = new ObjectMapper().readTree(dir.resolve("demo.json").toFile());
    description
        .path("pids")
        .properties()
        .forEach(e -> processes.put(e.getKey(), handle(e.getValue().asLong())));
  }

  private static ProcessHandle handle(long pid) {
    return ProcessHandle.of(pid)
        .orElseThrow(() -> new AssertionError("process " + pid + " of demo.json is not there"));
  }

  /**
   * Starts a demo and waits until it describes itself.
   *
   * @param dir an empty folder; the demo keeps its state in {@code dir/demo}
   * @param options further options of the demo
   */
  static DemoProcess start(Path dir, String... options) throws IOException {
    Path home = dir.resolve("demo");
    List<String> command = new ArrayList<>(List.of("demo", "--dir", home.toString()));
    command.addAll(List.of(options));
    Tenuto demo = Tenuto.start(dir, command.toArray(String[]::new));
    try {
      await("demo.json")
          .atMost(Tenuto.LONG)
          .failFast("demo ended", () -> !demo.isAlive())
          .until(() -> Files.exists(home.resolve("demo.json")));
      return new DemoProcess(demo, home);
    } catch (IOException | RuntimeException | Error e) {
      demo.close();
      throw e;
    }
  }

  Path dir() {
    return dir;
  }

  String stationUrl() {
    return description.path("station_url").asText();
  }

  String brokerUrl() {
    return description.path("broker_url").asText();
  }

  Path truth() {
    return Path.of(description.path("truth").asText());
  }

  Path journal() {
    return Path.of(description.path("journal").asText());
  }

  /** Names of its processes. */
  List<String> names() {
    return List.copyOf(processes.keySet());
  }

  boolean isAlive(String name) {
    return process(name).isAlive();
  }

  private ProcessHandle process(String name) {
    return Optional.ofNullable(processes.get(name)).orElseThrow();
  }

  /**
   * Kills one of its processes without a word (SIGKILL).
   *
   * @return when it was surely dead, monotonic ns
   */
  long kill9(String name) {
    ProcessHandle process = process(name);
    assertThat(process.destroyForcibly()).as("%s can be killed", name).isTrue();
    await(name + " is dead").atMost(Tenuto.LONG).until(() -> !process.isAlive());
    return System.nanoTime();
  }

  /** Waits until it ends by itself. */
  Tenuto.Ended awaitEnd() throws InterruptedException {
    return demo.awaitEnd();
  }

  /** What it said so far. */
  List<String> out() {
    return demo.out();
  }

  /** Ctrl-C on its terminal. */
  void interrupt() throws IOException, InterruptedException {
    demo.interruptGroup();
  }

  /** Asks it to end (SIGTERM) and waits until it has. */
  Tenuto.Ended stop() throws InterruptedException {
    return demo.stop();
  }

  /** None of its processes is there any more. */
  void requireNoneLeft() {
    for (var process : processes.entrySet()) {
      await(process.getKey() + " has ended")
          .atMost(Tenuto.LONG)
          .until(() -> !process.getValue().isAlive());
    }
  }

  @Override
  public void close() {
    demo.close();
    try {
      requireNoneLeft();
    } finally {
      processes.values().forEach(ProcessHandle::destroyForcibly);
    }
  }
}
