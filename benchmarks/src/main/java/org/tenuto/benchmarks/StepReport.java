package org.tenuto.benchmarks;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.HdrHistogram.Histogram;

/** How late edges and wake-ups were, for people and for programs. */
record StepReport(int seconds, Machine before, Machine after, StepRun run) {

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
    before.print(out, after);
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

  /** The same for programs. */
  Results results() {
    List<Figure> figures = new ArrayList<>();
    figures.addAll(figures("steps wake", run.wakeNs()));
    figures.addAll(figures("steps edge", run.latenessNs()));
    figures.addAll(figures("steps interval", run.intervalErrorNs()));
    figures.add(edgeToWake(50));
    figures.add(edgeToWake(99));
    figures.add(Figure.of("steps deadlines missed", "cycles", (double) run.missedCycles(), Double.NaN));
    return new Results(
        "steps",
        before,
        after,
        figures,
        List.of(
            new Curve("steps wake", "us", NS_PER_US, run.wakeNs()),
            new Curve("steps edge", "us", NS_PER_US, run.latenessNs()),
            new Curve("steps interval", "us", NS_PER_US, run.intervalErrorNs())));
  }

  private static List<Figure> figures(String name, Histogram ns) {
    return DoubleStream.of(PERCENTILES)
        .mapToObj(
            percentile ->
                Figure.of(
                    name + " " + name(percentile),
                    "us",
                    ns.getValueAtPercentile(percentile) / NS_PER_US,
                    Double.NaN))
        .toList();
  }

  private Figure edgeToWake(double percentile) {
    double ratio =
        (double) run.latenessNs().getValueAtPercentile(percentile)
            / run.wakeNs().getValueAtPercentile(percentile);
    return Figure.ratio("steps edge to wake " + name(percentile), ratio, Double.NaN, Double.NaN);
  }
}
