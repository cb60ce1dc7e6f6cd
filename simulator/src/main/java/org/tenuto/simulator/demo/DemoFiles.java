package org.tenuto.simulator.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything the demo keeps on disk, in one folder.
 *
 * @param ordersOnly without the steps of a therapy session
 */
record DemoFiles(Path dir, boolean ordersOnly) {

  private static final List<String> LIBRARY =
      List.of(
          "ketamine.toml",
          "ketamine.toml.sig",
          "demo.toml",
          "demo.toml.sig",
          "observation.toml",
          "observation.toml.sig",
          "research.pub.pem",
          "demo.pub.pem");

  static DemoFiles create(Path dir, boolean ordersOnly) throws IOException {
    DemoFiles files = new DemoFiles(dir.toAbsolutePath(), ordersOnly);
    Files.createDirectories(files.library());
    for (String name : LIBRARY) {
      copyLibrary(name, files.library().resolve(name));
    }
    return files;
  }

  private static void copyLibrary(String name, Path to) throws IOException {
    try (InputStream in = DemoFiles.class.getResourceAsStream("/org/tenuto/library/" + name)) {
      if (in == null) {
        throw new IOException("drug library file " + name + " is not in the build");
      }
      Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  void writeExecutorConfig() throws IOException {
    Files.writeString(
        executorConfig(),
        """
        [link]
        dir = "%s"

        [pump]
        model = "ne1000"
        line = "%s"
        baud = 19200

        %s"""
            .formatted(linkDir(), pty(), librarySection()));
  }

  void writeStationConfig(int webPort, String brokerUrl) throws IOException {
    DemoStaff.enter(dir.resolve("staff.toml"));
    Files.writeString(
        stationConfig(),
        """
        site = "demo"
        device = "demo-1"

        [staff]
        file = "staff.toml"

        [link]
        dir = "%s"

        [web]
        port = %d

        [journal]
        file = "%s"

        [telemetry]
        broker = "%s"

        [observation]
        thresholds = "library/observation.toml"
        baseline = false

        %s
        %s"""
            .formatted(
                linkDir(), webPort, journal(), brokerUrl, sessionSection(), librarySection()));
  }

  /** Short, but each step is there. */
  private String sessionSection() {
    return ordersOnly
        ? """
          [session]
          steps = []
          """
        : """
          [session]
          items = ["pregnancy", "substance-misuse", "record-diagnosis", "intention", "consent",
            "identity-first", "identity-second", "weight", "oxygen", "baseline-vitals",
            "loaded", "purged", "connected", "alert", "escort-present", "instruction"]
          observe_min = 0
          """;
  }

  private String librarySection() {
    return """
           [library]
           files = ["library/ketamine.toml", "library/demo.toml"]
           trusted_keys = ["library/research.pub.pem"]
           demo_keys = ["library/demo.pub.pem"]
           """;
  }

  private Path library() {
    return dir.resolve("library");
  }

  /** Shared memory where there is some: the link never waits for a disk. */
  Path linkDir() {
    Path memory = Path.of("/dev/shm");
    return Files.isWritable(memory)
        ? memory.resolve("tenuto-" + ProcessHandle.current().pid())
        : dir.resolve("link");
  }

  /** The link is of no use to the next run: unlike the rest it is not kept. */
  void deleteLink() throws IOException {
    deleteTree(linkDir());
  }

  /** Deletes a folder with everything in it, if it is there. */
  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }

  Path executorConfig() {
    return dir.resolve("executor.toml");
  }

  Path stationConfig() {
    return dir.resolve("station.toml");
  }

  Path pty() {
    return dir.resolve("pump");
  }

  Path truth() {
    return dir.resolve("truth.jsonl");
  }

  Path journal() {
    return dir.resolve("journal.db");
  }

  Path description() {
    return dir.resolve("demo.json");
  }
}
