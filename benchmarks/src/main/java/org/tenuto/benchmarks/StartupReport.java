package org.tenuto.benchmarks;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.tenuto.benchmarks.Launcher.Cache;
import org.tenuto.benchmarks.StartTimes.Stage;

/**
 * How soon executor and station are of use, for people and for programs.
 *
 * @param before the machine as it was when the measurement began
 * @param after the same when it ended
 */
record StartupReport(Machine before, Machine after, StartTimes times) {

  /** Prints the table, the target, the machine, and what it is worth. */
  void print(PrintWriter out) {
    out.println("From the start of ./tenuto, a new process each time, ms (median, half its 95 %"
        + " interval):");
    out.printf("%-9s %-46s %15s %15s %13s%n", "process", "until", "plain", "cache", "ratio");
    for (Stage stage : Stage.values()) {
      Repeats ratio = times.ratio(stage);
      out.printf(
          Locale.ROOT,
          "%-9s %-46s %15s %15s %13s%n",
          stage.process(),
          stage.text(),
          ms(times.of(stage, Cache.PLAIN)),
          ms(times.of(stage, Cache.CACHE)),
          text("%.2f", ratio));
    }
    out.println();
    Figure judged = times.ratioFigure(Stage.FIRST_CYCLE);
    out.printf(
        Locale.ROOT,
        "target   the executor's first cycle with the cache at most %.2f of that without: %s%n",
        judged.atMost(),
        judged.misses() ? "not met" : "met");
    out.printf("starts   %d of each%n", times.of(Stage.FIRST_CYCLE, Cache.CACHE).count());
    before.print(out, after);
    out.println();
    out.println(
        """
        Measured with all that ran on this machine meanwhile: the ratios, of starts one after the
        other, tell about the cache. Between link and first cycle the executor rehearses every state
        and alarm, so that no first time is left for when it matters: most of its start.\
        """);
    out.flush();
  }

  private static String ms(Repeats starts) {
    return text("%.0f", starts);
  }

  private static String text(String format, Repeats repeats) {
    String median = String.format(Locale.ROOT, format, repeats.median());
    return Double.isNaN(repeats.spread())
        ? median
        : median + " ± " + String.format(Locale.ROOT, format, repeats.spread());
  }

  /** The same, in the one shape. */
  Results results() {
    return new Results("startup", before, after, times.figures(), List.of());
  }
}
