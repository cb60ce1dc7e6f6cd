package org.tenuto.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** How late edges and wake-ups were, for people and for programs. */
record StepReport(int seconds, Machine before, StepRun run) {

  private static final double[] PERCENTILES = {50, 90, 99, 99.9, 100};
  private static final double NS_PER_US = 1e3;

  /** Prints the table, the machine, and what the figures are worth. */
  void print(PrintWriter out) {
    out.printf("%-34s %9s", "µs", "count");
    for (double percentile : PERCENTILES) {
      out.printf(" %10s", name(percentile));
    }
    out.println();
    row(out, "loop wakes after its deadline", run.wakeNs());
    row(out, "STEP rises after that deadline", run.latenessNs());
    row(out, "time between two steps is off by", run.intervalErrorNs());
    out.printf("%ndeadlines that went by: %d of %d s%n", run.missedCycles(), seconds);
    out.println(run.timing().statement());
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
    out.println();
    out.println(
        """
        STEP is noted as the driver puts it, on lines without hardware: the kernel's call that sets
        real ones is not in it. Compare the two first rows, of this run: what is between them is the
        driver. How late the loop wakes is this machine's, with all that runs on it.\
        """);
    out.flush();
  }

  private static void row(PrintWriter out, String what, Histogram ns) {
    out.printf("%-34s %9d", what, ns.getTotalCount());
    for (double percentile : PERCENTILES) {
      double us = ns.getValueAtPercentile(percentile) / NS_PER_US;
      out.printf(Locale.ROOT, " %10.1f", us);
    }
    out.println();
  }

  private static String name(double percentile) {
    if (percentile == 100) {
      return "max";
    }
    String digits = percentile == Math.rint(percentile) ? "%.0f" : "%.1f";
    return "p" + String.format(Locale.ROOT, digits, percentile);
  }

  /** Writes the same as JSON, in ns. */
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
    root.put("seconds", seconds);
    root.put("timing", run.timing().statement());
    root.put("missed_cycles", run.missedCycles());
    figures(root.putObject("wake_ns"), run.wakeNs());
    figures(root.putObject("step_ns"), run.latenessNs());
    figures(root.putObject("interval_error_ns"), run.intervalErrorNs());
    json.writeValue(file.toFile(), root);
  }

  private static void figures(ObjectNode node, Histogram ns) {
    node.put("count", ns.getTotalCount());
    for (double percentile : PERCENTILES) {
      node.put(name(percentile), ns.getValueAtPercentile(percentile));
    }
  }
}
