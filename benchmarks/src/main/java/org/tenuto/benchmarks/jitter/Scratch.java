package org.tenuto.benchmarks.jitter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for a while, with all that is in it. */
record Scratch(Path folder) implements AutoCloseable {

  private static final Path MEMORY = Path.of("/dev/shm");

  /** In memory, where the machine has such a file system. */
  static Scratch inMemory() throws IOException {
    return new Scratch(
        Files.isWritable(MEMORY)
            ? Files.createTempDirectory(MEMORY, "tenuto-bench-jitter-")
            : Files.createTempDirectory("tenuto-bench-jitter-"));
  }

  /** Where temporary files are. */
  static Scratch onDisk() throws IOException {
    return new Scratch(Files.createTempDirectory("tenuto-bench-jitter-"));
  }

  /** One inside. */
  Scratch inner() throws IOException {
    return new Scratch(Files.createTempDirectory(folder, "block"));
  }

  @Override
  public void close() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path one : all) {
      Files.deleteIfExists(one);
    }
  }
}
