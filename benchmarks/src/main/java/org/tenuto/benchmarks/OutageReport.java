package org.tenuto.benchmarks;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The loop's wake-up errors beside each kind of broker, for people and for programs.
 *
 * @param before the machine as it was when the measurement began
 * @param after the same when it ended
 */
record OutageReport(Machine before, Machine after, Map<OutageClass, WakeUps> found) {

  private static final double NS_PER_US = 1e3;

  void print(PrintWriter out) {
    out.println("Wake-up error of the executor's loop, µs, and its ratio to that with a good broker:");
    out.printf(
        "%-9s %9s %9s %6s %9s %6s %9s %6s %8s%n",
        "broker", "cycles", "p50", "", "p99", "", "w1max", "", "skipped");
    for (OutageClass one : OutageClass.values()) {
      row(out, one);
    }
    out.println();
    before.print(out, after);
    out.println();
    out.println(
        """
        w1max: the median of the worst error of each second. The kinds take turns, a good broker
        before each bad one. Broker, device and simulated pump share this machine's processors.\
        """);
    out.flush();
  }

  private void row(PrintWriter out, OutageClass one) {
    WakeUps errors = of(one);
    out.printf(
        Locale.ROOT,
        "%-9s %9d %9.1f %6s %9.1f %6s %9.1f %6s %8d%n",
        one.text(),
        errors.cycles(),
        errors.percentileNs(50) / NS_PER_US,
        ratio(errors.percentileNs(50), fine().percentileNs(50)),
        errors.percentileNs(99) / NS_PER_US,
        ratio(errors.percentileNs(99), fine().percentileNs(99)),
        errors.w1maxNs() / NS_PER_US,
        ratio(errors.w1maxNs(), fine().w1maxNs()),
        errors.skipped());
  }

  private WakeUps of(OutageClass one) {
    return Objects.requireNonNull(found.get(one));
  }

  private WakeUps fine() {
    return of(OutageClass.FINE);
  }

  /** A dash where there is nothing to compare with. */
  private static String ratio(long ns, long fineNs) {
    return fineNs == 0 ? "-" : String.format(Locale.ROOT, "%.2f", (double) ns / fineNs);
  }

  /** The same for programs. */
  Results results() {
    List<Figure> figures = new ArrayList<>();
    List<Curve> curves = new ArrayList<>();
    for (OutageClass one : OutageClass.values()) {
      String name = "outage " + one.text();
      WakeUps errors = of(one);
      add(figures, name + " p50", errors.percentileNs(50), fine().percentileNs(50), one);
      add(figures, name + " p99", errors.percentileNs(99), fine().percentileNs(99), one);
      add(figures, name + " w1max", errors.w1maxNs(), fine().w1maxNs(), one);
      figures.add(Figure.of(name + " skipped", "cycles", (double) errors.skipped(), Double.NaN));
      curves.add(new Curve(name, "us", NS_PER_US, errors.errorsNs()));
    }
    return new Results("outage", before, after, figures, curves);
  }

  /** The figure, and its ratio to that with a good broker where there is one. */
  private static void add(
      List<Figure> figures, String name, long ns, long fineNs, OutageClass one) {
    figures.add(Figure.of(name, "us", ns / NS_PER_US, Double.NaN));
    if (one != OutageClass.FINE && fineNs > 0) {
      figures.add(Figure.ratio(name + " to fine", (double) ns / fineNs, Double.NaN, Double.NaN));
    }
  }
}
