package org.tenuto.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.tenuto.link.SnapshotReader;
import org.tenuto.simulator.demo.DemoStaff;

/** A device's own processes on a simulated pump: simulator, executor and station. */
final class OutageDevice implements AutoCloseable {

  private static final long READY_S = 120;
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final List<String> LIBRARY =
      List.of(
          "ketamine.toml",
          "ketamine.toml.sig",
          "demo.toml",
          "demo.toml.sig",
          "research.pub.pem",
          "demo.pub.pem");
  private static final List<String> SMALL = List.of("-Xmx256m", "-XX:+UseSerialGC");
  private static final List<String> EXECUTOR =
      List.of(
          "-Xms64m", "-Xmx64m", "-XX:+UseSerialGC", "-XX:+AlwaysPreTouch", "-XX:-UsePerfData");

  private final Path folder;
  private final Path link;
  private final List<LineProcess> processes = new ArrayList<>();

  /**
   * Starts it, and waits until it is ready.
   *
   * @param port of its broker, on loopback
   * @throws IOException one line: which process is not ready, and its last words
   */
  OutageDevice(int port) throws IOException, InterruptedException {
    folder = Files.createTempDirectory("tenuto-bench-outage-");
    link = Files.createTempDirectory(Files.isWritable(MEMORY) ? MEMORY : folder, "tenuto-bench-");
    try {
      writeFiles(port);
      String pump = folder.resolve("pump").toString();
      start("simulator", SMALL, "org.tenuto.simulator.SimulatorMain", "--pty", pump);
      start("executor", EXECUTOR, "org.tenuto.executor.ExecutorMain", "--config",
          folder.resolve("executor.toml").toString(), "--demo");
      start("station", SMALL, "org.tenuto.station.StationMain", "--config",
          folder.resolve("station.toml").toString(), "--demo");
    } catch (IOException | InterruptedException e) {
      close();
      throw e;
    }
  }

  private void writeFiles(int port) throws IOException {
    for (String name : LIBRARY) {
      try (InputStream in = OutageDevice.class.getResourceAsStream("/org/tenuto/library/" + name)) {
        if (in == null) {
          throw new IOException("drug library file " + name + " is not in the build");
        }
        Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    DemoStaff.enter(folder.resolve("staff.toml"));
    String common =
        """
        [link]
        dir = "%s"

        [library]
        files = ["ketamine.toml", "demo.toml"]
        trusted_keys = ["research.pub.pem"]
        demo_keys = ["demo.pub.pem"]
        """
            .formatted(link);
    Files.writeString(
        folder.resolve("executor.toml"),
        common + "\n[pump]\nmodel = \"ne1000\"\nline = \"pump\"\n");
    Files.writeString(
        folder.resolve("station.toml"),
        """
        site = "bench"
        device = "bench-1"

        [staff]
        file = "staff.toml"

        [web]
        port = 0

        [journal]
        file = "journal.db"

        [telemetry]
        broker = "mqtt://127.0.0.1:%d"

        """
                .formatted(port)
            + common);
  }

  private void start(String name, List<String> flags, String main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(arguments));
    var ready = new CountDownLatch(1);
    var said = new AtomicReference<>("");
    LineProcess process =
        LineProcess.start(
            command,
            line -> {
              said.set(line);
              if (line.startsWith(name + " ready")) {
                ready.countDown();
              }
            });
    processes.add(process);
    if (!ready.await(READY_S, TimeUnit.SECONDS)) {
      throw new IOException("the " + name + " is not ready within " + READY_S + " s: " + said.get());
    }
  }

  /** Looks at its executor. */
  SnapshotReader executor() throws IOException {
    return SnapshotReader.open(link);
  }

  /** @throws IOException if one of its processes is gone */
  void requireAlive() throws IOException {
    if (!processes.stream().allMatch(LineProcess::isAlive)) {
      throw new IOException("a process of the device ended while it was measured");
    }
  }

  @Override
  public void close() throws IOException {
    processes.reversed().forEach(LineProcess::close);
    delete(folder);
    delete(link);
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(tree)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
