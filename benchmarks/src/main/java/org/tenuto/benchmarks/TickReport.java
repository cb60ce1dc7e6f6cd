package org.tenuto.benchmarks;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What a tick is made of, for people and for programs.
 *
 * @param before the machine as it was when the measurement began
 * @param after the same when it ended
 * @param run measured
 */
record TickReport(Machine before, Machine after, TickRun run) {

  private static final double NS_PER_US = 1e3;
  private static final double KIB_PER_MIB = 1024;
  private static final double LINE_AT_MOST = 1.25;
  private static final double ALARM_AT_MOST = 3;
  private static final double LOCKED_AT_MOST = 0.5;

  /** All of it in the one shape. */
  Results results() {
    List<Figure> figures = new ArrayList<>();
    List<Curve> curves = new ArrayList<>();
    line("tick line ours", run.oursNs(), figures, curves);
    Histogram twins = run.twinsNs();
    if (twins != null) {
      line("tick line twin", twins, figures, curves);
      figures.add(ratio("tick line ours/twin p50", twins, 50));
      figures.add(ratio("tick line ours/twin p99", twins, 99));
    }
    double firstUs = median(run.firstAlarmsNs()) / NS_PER_US;
    double hundredthUs = median(run.hundredthAlarmsNs()) / NS_PER_US;
    figures.add(Figure.of("tick alarm first", "us", firstUs, Double.NaN));
    figures.add(Figure.of("tick alarm hundredth", "us", hundredthUs, Double.NaN));
    figures.add(
        Figure.ratio(
            "tick alarm first/hundredth", firstUs / hundredthUs, Double.NaN, ALARM_AT_MOST));
    double lockedMib = run.lockedKib() / KIB_PER_MIB;
    double naiveMib = run.naivelyLockedKib() / KIB_PER_MIB;
    figures.add(Figure.of("tick locked ours", "MiB", lockedMib, Double.NaN));
    figures.add(Figure.of("tick locked naive", "MiB", naiveMib, Double.NaN));
    figures.add(
        Figure.ratio("tick locked ours/naive", lockedMib / naiveMib, Double.NaN, LOCKED_AT_MOST));
    return new Results("tick", before, after, figures, curves);
  }

  private static void line(
      String name, Histogram tookNs, List<Figure> figures, List<Curve> curves) {
    for (double percent : new double[] {50, 99, 99.9}) {
      String text = percent == Math.rint(percent) ? "p" + (int) percent : "p" + percent;
      figures.add(
          Figure.of(
              name + " " + text,
              "us",
              tookNs.getValueAtPercentile(percent) / NS_PER_US,
              Double.NaN));
    }
    curves.add(new Curve(name, "us", NS_PER_US, tookNs));
  }

  private Figure ratio(String name, Histogram twins, double percent) {
    double ours = run.oursNs().getValueAtPercentile(percent);
    double limit = percent == 99 ? LINE_AT_MOST : Double.NaN;
    return Figure.ratio(name, ours / twins.getValueAtPercentile(percent), Double.NaN, limit);
  }

  static double median(List<Long> values) {
    List<Long> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2.0;
  }

  /** Prints the table, the targets, the machine, and what it is worth. */
  void print(PrintWriter out) {
    out.printf("%-30s %10s %4s  %s%n", "", "", "", "target");
    for (Figure figure : results().figures()) {
      out.printf(
          Locale.ROOT,
          "%-30s %10.2f %-4s  %s%n",
          figure.name(),
          figure.value(),
          figure.unit(),
          target(figure));
    }
    if (run.twinsNs() == null) {
      out.println("no twin in C: this machine has no gcc, expected one on the PATH");
    }
    out.println();
    out.println("ours     " + run.timing());
    before.print(out, after);
    out.println();
    out.println(
        """
        Line: one read and one write of a tick on a pseudo-terminal whose other end answers. Alarm:
        the cycle that raises it after a rehearsal, medians over processes. Locked: resident and
        locked once ready, beside the same process after mlockall of all there is and will be.\
        """);
    out.flush();
  }

  private static String target(Figure figure) {
    if (Double.isNaN(figure.atMost())) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "at most %.2f: %s",
        figure.atMost(),
        figure.misses() ? "not met" : "met");
  }
}
