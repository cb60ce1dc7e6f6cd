package org.tenuto.benchmarks;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * What a second of virtual time costs, for people and for programs.
 *
 * @param before the machine as it was when the measurement began
 * @param after the same when it ended
 * @param sessions of each block
 * @param simulatedS virtual time of each block, s
 * @param costMs processor time for each simulated second, ms, block by block
 */
record SimulateReport(
    Machine before, Machine after, int sessions, double simulatedS, Repeats costMs) {

  private static final double MS_PER_S = 1_000;
  private static final double S_PER_H = 3_600;

  /** Prints what it came to, the machine, and what it is worth. */
  void print(PrintWriter out) {
    double median = costMs.median();
    out.printf(
        Locale.ROOT,
        "%,.0f times real time on one processor: %s ms of it for each simulated second%n",
        MS_PER_S / median,
        cost(median));
    out.printf(
        Locale.ROOT,
        "blocks   %d of %d sessions, %.1f simulated hours each; median, half its 95 %% interval%n",
        costMs.count(),
        sessions,
        simulatedS / S_PER_H);
    before.print(out, after);
    out.println();
    out.println(
        """
        Whole sessions with their faults: the executor's cycle, the driver, the station's record and
        telemetry, the pump's own code, syringe, line and patient, staff, and the oracles that judge
        it all, each simulated millisecond. Processor time of the one thread, not time on the clock.\
        """);
    out.flush();
  }

  private String cost(double median) {
    String text = String.format(Locale.ROOT, "%.3f", median);
    double spread = costMs.spread();
    return Double.isNaN(spread) ? text : text + String.format(Locale.ROOT, " ± %.3f", spread);
  }

  /** The same, in the one shape. */
  Results results() {
    Figure cost =
        Figure.of("simulate cpu per simulated s", "ms", costMs.median(), costMs.spread());
    return new Results("simulate", before, after, List.of(cost), List.of());
  }
}
