package org.tenuto.benchmarks;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The measured costs, for people and for programs.
 *
 * @param command name of the command that measured
 * @param effort how long was measured
 * @param before the machine as it was when the measurement began
 * @param after the same when it ended
 * @param costs what was measured, in order
 */
record CostReport(
    String command, Effort effort, Machine before, Machine after, List<Cost> costs) {

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
    Targets.print(out, figures());
    before.print(out, after);
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

  private static String decimal(double value, int places) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%,." + places + "f", value);
  }

  /**
   * The same for programs. A quick run has no times: they would be compared with others and are
   * worth nothing.
   */
  Results results() {
    return new Results(command, before, after, figures(), List.of());
  }

  private List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    for (Cost cost : costs) {
      if (effort == Effort.FULL) {
        figures.add(cost.time());
      }
      figures.add(cost.memory());
    }
    return figures;
  }
}
