package org.tenuto.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tenuto.simulator.demo.DemoStaff;

/**
 * Where a device keeps its files, and the link of its processes in memory: both are removed when
 * nobody needs them any more.
 */
record DeviceFolder(Path folder, Path link) implements AutoCloseable {

  private static final Path MEMORY = Path.of("/dev/shm");
  private static final List<String> LIBRARY =
      List.of(
          "ketamine.toml",
          "ketamine.toml.sig",
          "demo.toml",
          "demo.toml.sig",
          "research.pub.pem",
          "demo.pub.pem");

  /**
   * Makes one, with the configurations of executor and station. No telemetry; a session has no
   * steps.
   *
   * @param line of the pump
   * @param port of the page, on loopback
   */
  static DeviceFolder make(Path line, int port) throws IOException {
    Path folder = Files.createTempDirectory("tenuto-bench-");
    Path memory = Files.isWritable(MEMORY) ? MEMORY : folder;
    var made = new DeviceFolder(folder, Files.createTempDirectory(memory, "tenuto-bench-"));
    try {
      made.write(line, port);
      return made;
    } catch (IOException e) {
      made.close();
      throw e;
    }
  }

  private void write(Path line, int port) throws IOException {
    for (String name : LIBRARY) {
      try (InputStream in = DeviceFolder.class.getResourceAsStream("/org/tenuto/library/" + name)) {
        if (in == null) {
          throw new IOException("drug library file " + name + " is not in the build");
        }
        Files.copy(in, folder.resolve(name));
      }
    }
    DemoStaff.enter(folder.resolve("staff.toml"));
    String common = common();
    Files.writeString(
        executorConfig(), common + "\n[pump]\nmodel = \"ne1000\"\nline = \"%s\"\n".formatted(line));
    Files.writeString(stationConfig(), station(port) + common);
  }

  private String common() {
    return """
        [link]
        dir = "%s"

        [library]
        files = ["ketamine.toml", "demo.toml"]
        trusted_keys = ["research.pub.pem"]
        demo_keys = ["demo.pub.pem"]
        """
        .formatted(link);
  }

  private static String station(int port) {
    return """
        site = "bench"
        device = "bench-1"

        [staff]
        file = "staff.toml"

        [session]
        steps = []

        [web]
        port = %d

        [journal]
        file = "journal.db"

        """
        .formatted(port);
  }

  Path executorConfig() {
    return folder.resolve("executor.toml");
  }

  Path stationConfig() {
    return folder.resolve("station.toml");
  }

  @Override
  public void close() throws IOException {
    delete(link);
    delete(folder);
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
