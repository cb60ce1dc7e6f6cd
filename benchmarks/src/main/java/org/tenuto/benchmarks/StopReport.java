package org.tenuto.benchmarks;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How soon a stop was on its line, for people and for programs.
 *
 * @param before the machine as it was when the measurement began
 * @param after the same when it ended
 * @param reader what the kernel granted the thread that read the line
 * @param first our loop in the first seconds of each process
 * @param ours our loop after them
 * @param twins its twin in C; null where there is no gcc
 */
record StopReport(
    Machine before,
    Machine after,
    String reader,
    StopTimes first,
    StopTimes ours,
    @Nullable StopTimes twins) {

  private static final String ROW = "%-10s %7s %10s %10s %10s %10s%n";
  private static final double NS_PER_MS = 1e6;
  private static final double P99_AT_MOST_MS = 2;
  private static final double RATIO_AT_MOST = 1.25;
  private static final int[] PERCENTS = {50, 90, 99};

  /** Prints the table, the targets, the machine, and what it is worth. */
  void print(PrintWriter out) {
    out.println("From the open e-stop to the bytes of the stop at the other end of the line, ms:");
    out.printf(ROW, "loop", "stops", "p50", "p90", "p99", "longest");
    row(out, "ours", ours);
    if (twins == null) {
      out.println("twin       not measured: this machine has no gcc, expected one on the PATH");
    } else {
      row(out, "twin in C", twins);
      out.printf(
          Locale.ROOT,
          "%-10s %7s %10.2f %10.2f %10.2f %10.2f%n",
          "ratio",
          "",
          ratio(50),
          ratio(90),
          ratio(99),
          (double) ours.longestNs() / twins.longestNs());
    }
    if (first.trials() > 0) {
      row(out, "ours, new", first);
    }
    out.println();
    printTargets(out);
    out.println("ours     " + ours.timing());
    if (twins != null) {
      out.println("twin     " + twins.timing());
    }
    out.println("reader   " + reader);
    printMachine(out);
    out.flush();
  }

  private static void row(PrintWriter out, String name, StopTimes times) {
    out.printf(
        ROW,
        name,
        times.trials(),
        ms(times.percentileNs(50)),
        ms(times.percentileNs(90)),
        ms(times.percentileNs(99)),
        ms(times.longestNs()));
  }

  private void printTargets(PrintWriter out) {
    boolean soon = ours.percentileNs(99) <= P99_AT_MOST_MS * NS_PER_MS;
    out.printf(Locale.ROOT, "target   p99 at most 2 ms: %s%n", Targets.verdict(soon));
    if (twins != null) {
      boolean even = ratio(50) <= RATIO_AT_MOST && ratio(99) <= RATIO_AT_MOST;
      out.printf(
          Locale.ROOT,
          "target   p50 and p99 at most 1.25 times the twin's: %s%n",
          Targets.verdict(even));
    }
  }

  private void printMachine(PrintWriter out) {
    before.print(out, after);
    out.println();
    out.println(
        """
        Measured with all that ran on this machine meanwhile: the ratio tells about the loop, the
        times about both, the kernel's way between the two ends of the line, and the reader.
        New: the stops of each process before those that count, while it is still compiled.\
        """);
  }

  private double ratio(double percent) {
    return twins == null
        ? Double.NaN
        : (double) ours.percentileNs(percent) / twins.percentileNs(percent);
  }

  private static String ms(long ns) {
    return String.format(Locale.ROOT, "%.3f", ns / NS_PER_MS);
  }

  /** The same for programs; the twin's are missing where there is none. */
  Results results() {
    List<Figure> figures = new ArrayList<>(figures("stop ours", ours));
    List<Curve> curves = new ArrayList<>(List.of(new Curve("stop ours", "ms", NS_PER_MS, ours.all())));
    if (twins != null) {
      figures.addAll(figures("stop twin", twins));
      figures.add(ratioFigure(50, twins));
      figures.add(ratioFigure(99, twins));
      curves.add(new Curve("stop twin", "ms", NS_PER_MS, twins.all()));
    }
    if (first.trials() > 0) {
      figures.addAll(figures("stop new", first));
      curves.add(new Curve("stop new", "ms", NS_PER_MS, first.all()));
    }
    return new Results("stop", before, after, figures, curves);
  }

  private List<Figure> figures(String name, StopTimes times) {
    List<Figure> figures = new ArrayList<>();
    for (int percent : PERCENTS) {
      double target = times == ours && percent == 99 ? P99_AT_MOST_MS : Double.NaN;
      figures.add(
          new Figure(
              name + " p" + percent,
              "ms",
              times.percentileNs(percent) / NS_PER_MS,
              Spread.ofBlocks(times.blockPercentilesNs(percent)) / NS_PER_MS,
              target));
    }
    figures.add(Figure.of(name + " longest", "ms", times.longestNs() / NS_PER_MS, Double.NaN));
    return figures;
  }

  /** Blocks take turns, so each is compared with the twin's that came after it. */
  private Figure ratioFigure(int percent, StopTimes others) {
    List<Double> mine = ours.blockPercentilesNs(percent);
    List<Double> theirs = others.blockPercentilesNs(percent);
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
      ratios.add(mine.get(i) / theirs.get(i));
    }
    return Figure.ratio(
        "stop ours to twin p" + percent, ratio(percent), Spread.ofBlocks(ratios), RATIO_AT_MOST);
  }
}
