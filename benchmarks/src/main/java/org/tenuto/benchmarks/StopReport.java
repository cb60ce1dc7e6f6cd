package org.tenuto.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How soon a stop was on its line, for people and for programs.
 *
 * @param before the machine as it was when the measurement began
 * @param after the same when it ended
 * @param reader what the kernel granted the thread that read the line
 * @param first our loop in the first seconds of each process
 * @param ours our loop after them
 * @param twins its twin in C; null where there is no gcc
 */
record StopReport(
    Machine before,
    Machine after,
    String reader,
    StopTimes first,
    StopTimes ours,
    @Nullable StopTimes twins) {

  private static final String ROW = "%-10s %7s %10s %10s %10s %10s%n";
  private static final double NS_PER_MS = 1e6;
  private static final double P99_AT_MOST_MS = 2;
  private static final double RATIO_AT_MOST = 1.25;
  private static final double[] PERCENTS = {50, 90, 99};

  /** Prints the table, the targets, the machine, and what it is worth. */
  void print(PrintWriter out) {
    out.println("From the open e-stop to the bytes of the stop at the other end of the line, ms:");
    out.printf(ROW, "loop", "stops", "p50", "p90", "p99", "longest");
    row(out, "ours", ours);
    if (twins == null) {
      out.println("twin       not measured: this machine has no gcc, expected one on the PATH");
    } else {
      row(out, "twin in C", twins);
      out.printf(
          Locale.ROOT,
          "%-10s %7s %10.2f %10.2f %10.2f %10.2f%n",
          "ratio",
          "",
          ratio(50),
          ratio(90),
          ratio(99),
          (double) ours.longestNs() / twins.longestNs());
    }
    if (first.trials() > 0) {
      row(out, "ours, new", first);
    }
    out.println();
    printTargets(out);
    out.println("ours     " + ours.timing());
    if (twins != null) {
      out.println("twin     " + twins.timing());
    }
    out.println("reader   " + reader);
    printMachine(out);
    out.flush();
  }

  private static void row(PrintWriter out, String name, StopTimes times) {
    out.printf(
        ROW,
        name,
        times.trials(),
        ms(times.percentileNs(50)),
        ms(times.percentileNs(90)),
        ms(times.percentileNs(99)),
        ms(times.longestNs()));
  }

  private void printTargets(PrintWriter out) {
    boolean soon = ours.percentileNs(99) <= P99_AT_MOST_MS * NS_PER_MS;
    out.printf(Locale.ROOT, "target   p99 at most 2 ms: %s%n", soon ? "met" : "not met");
    if (twins != null) {
      boolean even = ratio(50) <= RATIO_AT_MOST && ratio(99) <= RATIO_AT_MOST;
      out.printf(
          Locale.ROOT,
          "target   p50 and p99 at most 1.25 times the twin's: %s%n",
          even ? "met" : "not met");
    }
  }

  private void printMachine(PrintWriter out) {
    before.print(out, after);
    out.println();
    out.println(
        """
        Measured with all that ran on this machine meanwhile: the ratio tells about the loop, the
        times about both, the kernel's way between the two ends of the line, and the reader.
        New: the stops of each process before those that count, while it is still compiled.\
        """);
  }

  private double ratio(double percent) {
    return twins == null
        ? Double.NaN
        : (double) ours.percentileNs(percent) / twins.percentileNs(percent);
  }

  private static String ms(long ns) {
    return String.format(Locale.ROOT, "%.3f", ns / NS_PER_MS);
  }

  /** Writes the same as JSON, with each block's figures; the twin is null where there is none. */
  void write(Path file) throws IOException {
    var json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode root = json.createObjectNode();
    before.write(root, after);
    root.put("reader", reader);
    write(root.putObject("ours_new"), first);
    write(root.putObject("ours"), ours);
    if (twins == null) {
      root.putNull("twin");
    } else {
      write(root.putObject("twin"), twins);
      root.putObject("ratio").put("p50", ratio(50)).put("p99", ratio(99));
    }
    json.writeValue(file.toFile(), root);
  }

  private static void write(ObjectNode node, StopTimes times) {
    node.put("timing", times.timing()).put("stops", times.trials());
    for (double percent : PERCENTS) {
      String name = "p" + (int) percent;
      node.put(name + "_ns", times.percentileNs(percent));
      times.blockPercentilesNs(percent).forEach(node.withArray(name + "_ns_of_blocks")::add);
    }
    node.put("longest_ns", times.longestNs());
  }
}
