package org.tenuto.benchmarks;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** Says which targets were met; a missed one in red where the terminal has colours. */
final class Targets {

  private Targets() {}

  /** One word for each target. */
  static String verdict(boolean met) {
    return met ? "met" : Ansi.AUTO.string("@|bold,red not met|@");
  }

  /** A line for each figure that misses its target, and one that says how many meet theirs. */
  static void print(PrintWriter out, List<Figure> figures) {
    List<Figure> judged = figures.stream().filter(figure -> !Double.isNaN(figure.atMost())).toList();
    List<Figure> missed = judged.stream().filter(Figure::misses).toList();
    if (judged.isEmpty()) {
      return;
    }
    out.printf("targets  %d of %d met%n", judged.size() - missed.size(), judged.size());
    for (Figure figure : missed) {
      out.printf(
          Locale.ROOT,
          "target   %s at most %s %s: %s, it is %s%n",
          figure.name(),
          Decimals.of(figure.atMost()),
          figure.unit(),
          verdict(false),
          Decimals.of(figure.value()));
    }
  }
}
