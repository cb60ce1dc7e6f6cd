package org.tenuto.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
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
public record Machine(
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
  public static Machine here() {
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

  /** Writes where and when it was, in the lines that stand under every table. */
  public void print(PrintWriter out, Machine after) {
    out.printf(
        Locale.ROOT,
        "machine  %s, %d processors, load average %.2f before, %.2f after%n",
        processor,
        processors,
        load,
        after.load);
    out.println("kernel   " + kernel);
    out.println("JDK      " + jdk);
    out.println("commit   " + commit);
    out.println("date     " + date);
  }

  /** The same as JSON. */
  void write(ObjectNode root, Machine after) {
    root.putObject("machine")
        .put("processor", processor)
        .put("processors", processors)
        .put("load_average_before", load)
        .put("load_average_after", after.load)
        .put("kernel", kernel)
        .put("jdk", jdk);
    root.put("commit", commit);
    root.put("date", date.toString());
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
