package org.tenuto.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder in memory for one measurement, taken away at its end, also at Ctrl-C. */
final class BenchFolder implements AutoCloseable {

  private static final Path TMPFS = Path.of("/dev/shm");

  private final Path path;
  private final Thread interrupted = new Thread(this::deleteQuietly);

  /** Makes it; on disk where there is no folder in memory. */
  BenchFolder() throws IOException {
    Path parent =
        Files.isWritable(TMPFS) ? TMPFS : Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
    path = Files.createTempDirectory(parent, "tenuto-bench");
    Runtime.getRuntime().addShutdownHook(interrupted);
  }

  Path path() {
    return path;
  }

  private void delete() throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(path)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path one : all) {
      Files.deleteIfExists(one);
    }
  }

  private void deleteQuietly() {
    try {
      delete();
    } catch (IOException e) {
      System.err.println("bench: " + path + " can't be removed: " + e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    delete();
    Runtime.getRuntime().removeShutdownHook(interrupted);
  }
}
