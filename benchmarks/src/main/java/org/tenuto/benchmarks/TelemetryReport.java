package org.tenuto.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * How soon an event is with a subscriber, for people and for programs.
 *
 * @param before the machine as it was when the measurement began
 * @param after the same when it ended
 * @param ours by the device's own publisher
 * @param bare by a bare Paho client
 */
record TelemetryReport(Machine before, Machine after, Histogram ours, Histogram bare) {

  private static final double NS_PER_MS = 1e6;
  private static final double RATIO_AT_MOST = 1.5;
  private static final String ROW = "%-10s %9s %10s %10s %10s %10s%n";

  /** Prints the table, the target, the machine, and what it is worth. */
  void print(PrintWriter out) {
    out.println("From publication to the subscriber's hands, QoS 1, one at a time, ms:");
    out.printf(ROW, "publisher", "messages", "p50", "p90", "p99", "longest");
    row(out, "ours", ours);
    row(out, "bare Paho", bare);
    out.printf(
        Locale.ROOT,
        "%-10s %9s %10.2f %10.2f %10.2f %10.2f%n%n",
        "ratio",
        "",
        ratio(50),
        ratio(90),
        ratio(99),
        (double) ours.getMaxValue() / bare.getMaxValue());
    boolean even = ratio(50) <= RATIO_AT_MOST && ratio(99) <= RATIO_AT_MOST;
    out.printf("target   p50 and p99 at most 1.5 times bare Paho's: %s%n", even ? "met" : "not met");
    before.print(out, after);
    out.println();
    out.println(
        """
        Publishers, broker (mosquitto) and subscriber share this machine. On a device the publisher
        looks each 50 ms whether there is something to be sent: that wait is not in these times.\
        """);
    out.flush();
  }

  private static void row(PrintWriter out, String name, Histogram times) {
    out.printf(
        ROW,
        name,
        times.getTotalCount(),
        ms(times.getValueAtPercentile(50)),
        ms(times.getValueAtPercentile(90)),
        ms(times.getValueAtPercentile(99)),
        ms(times.getMaxValue()));
  }

  private static String ms(long ns) {
    return String.format(Locale.ROOT, "%.3f", ns / NS_PER_MS);
  }

  private double ratio(double percent) {
    return (double) ours.getValueAtPercentile(percent) / bare.getValueAtPercentile(percent);
  }

  /** Writes the same as JSON. */
  void write(Path file) throws IOException {
    var json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode root = json.createObjectNode();
    before.write(root, after);
    write(root.putObject("ours"), ours);
    write(root.putObject("bare"), bare);
    root.putObject("ratio").put("p50", ratio(50)).put("p99", ratio(99));
    json.writeValue(file.toFile(), root);
  }

  private static void write(ObjectNode node, Histogram times) {
    node.put("messages", times.getTotalCount())
        .put("p50_ns", times.getValueAtPercentile(50))
        .put("p90_ns", times.getValueAtPercentile(90))
        .put("p99_ns", times.getValueAtPercentile(99))
        .put("longest_ns", times.getMaxValue());
  }
}
