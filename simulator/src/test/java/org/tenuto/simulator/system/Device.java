package org.tenuto.simulator.system;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenuto.library.ShippedLibrary;
import org.tenuto.simulator.demo.DemoStaff;

/**
 * A device whose processes are started one by one, so that each can be killed and started again for
 * as long as a test likes. Telemetry is off.
 */
final class Device implements AutoCloseable {

  private static final List<String> LIBRARY =
      List.of(
          "ketamine.toml", "ketamine.toml.sig", "demo.toml", "demo.toml.sig", "research.pub.pem",
          "demo.pub.pem");

  private final Path dir;
  private final Path records;
  private final String telemetry;
  private final Deque<Tenuto> started = new ArrayDeque<>();
  private @Nullable Tenuto executor;
  private @Nullable Tenuto station;

  /**
   * Writes the configurations; nothing is started.
   *
   * @param dir an empty folder
   */
  Device(Path dir) throws IOException {
    this(dir, dir, "");
  }

  /**
   * Writes the configurations; nothing is started.
   *
   * @param dir an empty folder
   * @param records folder of the journal
   * @param broker URL, empty for no telemetry
   */
  Device(Path dir, Path records, String broker) throws IOException {
    this.dir = dir;
    this.records = records;
    telemetry = broker.isEmpty() ? "" : "[telemetry]\nbroker = \"%s\"\n".formatted(broker);
    for (String name : LIBRARY) {
      try (InputStream in = ShippedLibrary.class.getResourceAsStream(name)) {
        Files.copy(requireNonNull(in), dir.resolve(name));
      }
    }
    Drill.put(dir);
    DemoStaff.enter(dir.resolve("staff.toml"));
    Files.writeString(executorConfig(), executorToml());
    Files.writeString(stationConfig(), stationToml());
  }

  private String executorToml() {
    return """
        [link]
        dir = "link"
        [pump]
        model = "ne1000"
        line = "pump"
        [library]
        files = ["ketamine.toml", "demo.toml", "drill.toml"]
        trusted_keys = ["research.pub.pem"]
        demo_keys = ["demo.pub.pem"]
        """;
  }

  private String stationToml() {
    return """
        site = "test"
        device = "test-1"
        [staff]
        file = "staff.toml"
        [session]
        second_check = false
        steps = []
        [link]
        dir = "link"
        [web]
        port = 0
        [journal]
        file = "%s"
        %s[library]
        files = ["ketamine.toml", "demo.toml", "drill.toml"]
        trusted_keys = ["research.pub.pem"]
        demo_keys = ["demo.pub.pem"]
        """
        .formatted(journal(), telemetry);
  }

  Path executorConfig() {
    return dir.resolve("executor.toml");
  }

  Path stationConfig() {
    return dir.resolve("station.toml");
  }

  Path truth() {
    return dir.resolve("truth.jsonl");
  }

  Path journal() {
    return records.resolve("journal.db");
  }

  /** Folder of the two files between station and executor. */
  Path link() {
    return dir.resolve("link");
  }

  /** The executor, or the station, started last. */
  Tenuto executor() {
    return requireNonNull(executor);
  }

  Tenuto station() {
    return requireNonNull(station);
  }

  Tenuto startSimulator(String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "simulator", "--pty", dir.resolve("pump").toString(), "--truth",
                truth().toString()));
    command.addAll(List.of(options));
    Tenuto simulator = start(command.toArray(String[]::new));
    simulator.awaitLine("simulator ready");
    return simulator;
  }

  Tenuto startExecutor() throws IOException {
    Tenuto executor = start("executor", "--config", executorConfig().toString(), "--demo");
    executor.awaitLine("executor ready");
    this.executor = executor;
    return executor;
  }

  Tenuto startStation() throws IOException {
    return startStation(Map.of());
  }

  /** Starts one with something added to its environment. */
  Tenuto startStation(Map<String, String> environment) throws IOException {
    Tenuto station =
        Tenuto.start(dir, environment, "station", "--config", stationConfig().toString(), "--demo");
    started.push(station);
    station.awaitLine("station ready: ");
    this.station = station;
    return station;
  }

  /** Somebody at the page of a station. */
  static Ward at(Tenuto station) {
    return new Ward(station.awaitLine("station ready: "));
  }

  private Tenuto start(String... arguments) throws IOException {
    Tenuto process = Tenuto.start(dir, arguments);
    started.push(process);
    return process;
  }

  @Override
  public void close() {
    started.forEach(Tenuto::close);
  }
}
