package org.tenuto.benchmarks.jitter;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tenuto.benchmarks.Figure;
import org.tenuto.benchmarks.Machine;
import org.tenuto.benchmarks.Results;

/**
 * How late the loops woke, for people and for programs.
 *
 * @param plan what was measured
 * @param blocks what came of it
 * @param leftOut what this machine can't measure, one line each
 * @param before the machine when it began
 * @param after the machine when it ended
 */
record JitterReport(
    JitterPlan plan, JitterBlocks blocks, List<String> leftOut, Machine before, Machine after) {

  private static final String HEAD = "%-22s %9s %9s %9s %9s %9s %10s %7s %7s %7s%n";
  private static final double NS_PER_US = 1e3;
  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";

  /**
   * Prints tables, targets, the machine, and what it is worth.
   *
   * @param coloured whether a missed target is red
   */
  void print(PrintWriter out, boolean coloured) {
    var figures = new JitterFigures(plan, blocks);
    for (JitterLoad load : plan.loads()) {
      printLoad(out, load, figures);
    }
    printTargets(out, figures, coloured);
    for (JitterSubject subject : plan.subjects()) {
      out.println(subject.text() + ": " + subject.description());
      out.println("  " + blocks.timing(plan.loads(), subject));
    }
    Stream.concat(leftOut.stream(), blocks.remarks().stream())
        .forEach(line -> out.println("note     " + line));
    before.print(out, after);
    out.println();
    out.println(
        """
        Times are those of this machine with all that ran on it, its host's theft of processor time
        (steal) too: judge by the ratios, each the middle one of the rounds. w1max is the median of
        the largest error of each second. Beyond p99 nothing is judged on a shared machine.
        faults: pages, minor and major, of the whole process; cyclictest tells whole microseconds
        and no seconds.\
        """);
    out.flush();
  }

  private void printLoad(PrintWriter out, JitterLoad load, JitterFigures figures) {
    out.printf("%s: %s%s; µs%n", load.text(), load.description(), plan.isPair() ? "; pairs" : "");
    out.printf(
        HEAD, "", "wakes", "p50", "p99", "w1max", "p99.9", "max", "missed", "faults", "steal ms");
    for (JitterSubject subject : plan.subjects()) {
      if (blocks.of(load, subject).isEmpty()) {
        out.printf("%-22s not measured%n", subject.text());
      } else {
        printSubject(out, load, subject);
      }
    }
    plan.subjects().forEach(subject -> printRatios(out, figures.ratios(load, subject), subject));
    out.println();
  }

  private void printSubject(PrintWriter out, JitterLoad load, JitterSubject subject) {
    KernelCost cost = blocks.cost(load, subject);
    out.printf(
        HEAD,
        subject.text(),
        blocks.errorsNs(load, subject).getTotalCount(),
        us(load, subject, Statistic.P50),
        us(load, subject, Statistic.P99),
        us(load, subject, Statistic.W1MAX),
        us(load, subject, Statistic.P999),
        us(load, subject, Statistic.MAX),
        blocks.missed(load, subject),
        cost.minorFaults() + "+" + cost.majorFaults(),
        cost.stealMs());
  }

  private String us(JitterLoad load, JitterSubject subject, Statistic statistic) {
    double ns = blocks.ns(load, subject, statistic);
    return Double.isNaN(ns) ? "-" : String.format(Locale.ROOT, "%.1f", ns / NS_PER_US);
  }

  private static void printRatios(PrintWriter out, List<Figure> ratios, JitterSubject subject) {
    if (ratios.isEmpty()) {
      return;
    }
    out.printf(
        "%-22s %9s %9s %9s %9s%n",
        subject.text() + "/twin",
        "",
        ratio(ratios, Statistic.P50),
        ratio(ratios, Statistic.P99),
        ratio(ratios, Statistic.W1MAX));
  }

  private static String ratio(List<Figure> ratios, Statistic statistic) {
    return ratios.stream()
        .filter(figure -> figure.name().endsWith(" " + statistic.text()))
        .map(figure -> String.format(Locale.ROOT, "%.2f x", figure.value()))
        .findFirst()
        .orElse("-");
  }

  private static void printTargets(PrintWriter out, JitterFigures figures, boolean coloured) {
    List<Figure> judged =
        figures.all().stream().filter(figure -> !Double.isNaN(figure.atMost())).toList();
    judged.forEach(figure -> out.println(target(figure, coloured)));
    if (!judged.isEmpty()) {
      out.println();
    }
  }

  private static String target(Figure figure, boolean coloured) {
    String line =
        String.format(
            Locale.ROOT,
            "target   %s at most %.2f: %.2f ± %.2f, %s",
            figure.name(),
            figure.atMost(),
            figure.value(),
            figure.spread(),
            figure.misses() ? "not met" : "met")
            .replace(" ± NaN", "");
    return coloured && figure.misses() ? RED + line + PLAIN : line;
  }

  /** Writes the figures and the distributions. */
  void write(Path file) throws IOException {
    var figures = new JitterFigures(plan, blocks);
    new Results("jitter", before, after, figures.all(), figures.curves()).write(file);
  }
}
