package org.tenuto.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * Where and when figures were measured, and of which build.
 *
 * @param processor its model
 * @param processors how many the process may use
 * @param load load average of the last minute; below 0 if the system has none
 * @param kernel name and release
 * @param jdk runtime version and vendor
 * @param commit of the build, {@code unknown} if it was not started by the launcher
 * @param date UTC
 */
record Machine(
    String processor,
    int processors,
    double load,
    String kernel,
    String jdk,
    String commit,
    Instant date) {

  private static final Path CPUINFO = Path.of("/proc/cpuinfo");

  /** Boards without a model name in cpuinfo have one here. */
  private static final Path BOARD = Path.of("/proc/device-tree/model");

  /** This machine, now. */
  static Machine here() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        model() + ", " + system.getArch(),
        system.getAvailableProcessors(),
        system.getSystemLoadAverage(),
        system.getName() + " " + system.getVersion(),
        Runtime.version() + ", " + System.getProperty("java.vendor"),
        System.getProperty("tenuto.commit", "unknown"),
        Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  private static String model() {
    try {
      if (Files.isReadable(CPUINFO)) {
        try (Stream<String> lines = Files.lines(CPUINFO)) {
          var model = lines.filter(line -> line.startsWith("model name")).findFirst();
          if (model.isPresent()) {
            return model.get().substring(model.get().indexOf(':') + 1).strip();
          }
        }
      }
      return Files.isReadable(BOARD)
          ? Files.readString(BOARD, StandardCharsets.UTF_8).replace("\0", "")
          : "unknown processor";
    } catch (IOException e) {
      throw new UncheckedIOException("the processor's model can't be read", e);
    }
  }
}
