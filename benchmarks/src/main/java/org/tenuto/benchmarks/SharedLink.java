package org.tenuto.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tenuto.control.InputSink;
import org.tenuto.control.StationPort;
import org.tenuto.link.ExecutorLink;
import org.tenuto.link.StationLink;

/**
 * Both ends of the real link, in shared memory in a folder of their own, removed at the end. One
 * thread.
 */
final class SharedLink implements AutoCloseable {

  private static final long STATION_BOOT = 78;
  private static final Path TMPFS = Path.of("/dev/shm");

  private final Path folder;
  private final StationLink station;
  private final ExecutorLink executor;

  private SharedLink(Path folder, StationLink station, ExecutorLink executor) {
    this.folder = folder;
    this.station = station;
    this.executor = executor;
  }

  /** Opens both ends, in memory where the machine has a tmpfs. */
  static SharedLink open() throws IOException {
    Path parent =
        Files.isWritable(TMPFS) ? TMPFS : Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
    Path folder = Files.createTempDirectory(parent, "tenuto-bench");
    StationLink station = StationLink.open(folder, STATION_BOOT);
    ExecutorLink executor = ExecutorLink.open(folder, BenchDevice.BOOT);
    station.attach();
    // An interrupted run leaves nothing in memory either. The folder, registered first, goes last.
    folder.toFile().deleteOnExit();
    filesIn(folder).forEach(file -> file.toFile().deleteOnExit());
    return new SharedLink(folder, station, executor);
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  /** What the executor sees of the station. */
  StationPort port() {
    return executor;
  }

  /** Where the executor writes down what it was told. */
  InputSink recording() {
    return executor;
  }

  /** Sign of life of the station. */
  void beat() {
    station.beat();
  }

  @Override
  public void close() throws IOException {
    executor.close();
    for (Path file : filesIn(folder)) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }
}
