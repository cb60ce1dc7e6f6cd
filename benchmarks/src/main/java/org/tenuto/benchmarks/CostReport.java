package org.tenuto.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The measured costs, for people and for programs.
 *
 * @param effort how long was measured
 * @param before the machine as it was when the measurement began
 * @param costs what was measured, in order
 */
record CostReport(Effort effort, Machine before, List<Cost> costs) {

  private static final String ROW = "%-30s %12s %10s %12s  %s%n";

  /** What allocates and must not. */
  List<Cost> forbidden() {
    return costs.stream().filter(Cost::isForbidden).toList();
  }

  /** Prints the table, the machine, and how to take the figures. */
  void print(PrintWriter out) {
    out.printf(ROW, "benchmark", "ns/op", "+-", "B/op", "one operation is");
    for (Cost cost : costs) {
      out.printf(
          ROW,
          cost.subject().name(),
          decimal(cost.ns(), 1),
          decimal(cost.errorNs(), 1),
          decimal(cost.bytes(), 5),
          cost.subject().operation());
    }
    out.println();
    printMachine(out);
    out.println();
    out.println(
        """
        Times are of this machine with all that ran on it meanwhile: compare runs made side by side
        only. Bytes are not: below 0.5 B/op an operation allocates nothing, the rest is JMH's own.\
        """);
    if (effort == Effort.QUICK) {
      out.println("A quick run: it shows what allocates; its times are worth nothing.");
    }
    out.flush();
  }

  private void printMachine(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "machine  %s, %d processors, load average %.2f before%n",
        before.processor(),
        before.processors(),
        before.load());
    out.println("kernel   " + before.kernel());
    out.println("JDK      " + before.jdk());
    out.println("commit   " + before.commit());
    out.println("date     " + before.date());
  }

  private static String decimal(double value, int places) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%,." + places + "f", value);
  }

  /** Writes the same as JSON; a figure that there is not is null. */
  void write(Path file) throws IOException {
    var json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode root = json.createObjectNode();
    root.putObject("machine")
        .put("processor", before.processor())
        .put("processors", before.processors())
        .put("load_average", before.load())
        .put("kernel", before.kernel())
        .put("jdk", before.jdk());
    root.put("commit", before.commit());
    root.put("date", before.date().toString());
    root.put("quick", effort == Effort.QUICK);
    var results = root.putArray("results");
    for (Cost cost : costs) {
      results
          .addObject()
          .put("name", cost.subject().name())
          .put("operation", cost.subject().operation())
          .put("ns_per_op", orNull(cost.ns()))
          .put("error_ns", orNull(cost.errorNs()))
          .put("bytes_per_op", orNull(cost.bytes()))
          .put("may_allocate", cost.subject().mayAllocate());
    }
    json.writeValue(file.toFile(), root);
  }

  private static @Nullable Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
