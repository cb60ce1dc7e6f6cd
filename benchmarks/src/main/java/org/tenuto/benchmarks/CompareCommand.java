package org.tenuto.benchmarks;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tenuto.benchmarks.Comparison.Change;
import org.tenuto.benchmarks.Comparison.Pair;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench compare}: what changed between two runs of one command. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "What changed between two runs of one command, figure by figure, from their --json files.",
      "A change counts if it is more than the spread of both; times whose spread is not known are",
      "shown and not judged. Ratios (x) and bytes (B/op) are compared as they are.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:compared",
      "1:a ratio or B/op of the second is --fail-over times as bad as of the first",
      "2:bad usage or input",
    })
final class CompareCommand implements Callable<Integer> {

  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;
  private static final String ROW = "%-44s %12s %12s %8s %10s  %s%n";

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "A.json", description = "the run before")
  private Path first = Path.of("");

  @Parameters(index = "1", paramLabel = "B.json", description = "the run after")
  private Path second = Path.of("");

  @Option(
      names = "--fail-over",
      paramLabel = "X",
      description = {
        "exit 1 if a ratio or B/op is X times as bad, more than 1; from 0 B/op to more than 0.5",
        "is always",
      })
  private @Nullable Double failOver;

  @Override
  public Integer call() {
    if (failOver != null && !(failOver > 1 && Double.isFinite(failOver))) {
      return complain(BAD_INPUT, "--fail-over " + failOver + ": expected a number above 1");
    }
    try {
      ResultsFile a = ResultsFile.read(first);
      ResultsFile b = ResultsFile.read(second);
      if (!a.benchmark().equals(b.benchmark())) {
        return complain(
            BAD_INPUT,
            second + ": it is of bench " + b.benchmark() + ", expected " + a.benchmark());
      }
      Comparison comparison = Comparison.of(a.figures(), b.figures());
      print(a, b, comparison);
      return judge(comparison);
    } catch (ResultsFile.RefusedException e) {
      return complain(BAD_INPUT, String.valueOf(e.getMessage()));
    }
  }

  private void print(ResultsFile a, ResultsFile b, Comparison comparison) {
    PrintWriter out = line().getOut();
    out.printf("A  %s, commit %s, %s%n", first, a.commit(), a.date());
    out.printf("B  %s, commit %s, %s%n%n", second, b.commit(), b.date());
    if (!a.machine().isEmpty() && isOtherMachine(a, b)) {
      out.println("The two are of different machines: times tell nothing, ratios and bytes do.");
      out.println();
    }
    out.printf(ROW, "bench " + a.benchmark(), "A", "B", "B/A", "noise +-", "");
    comparison.pairs().forEach(pair -> row(out, pair));
    out.println();
    long changed =
        comparison.pairs().stream()
            .filter(pair -> pair.change() == Change.WORSE || pair.change() == Change.BETTER)
            .count();
    out.printf(
        "%d figures, %d changed by more than their noise%n", comparison.pairs().size(), changed);
    out.flush();
  }

  private static boolean isOtherMachine(ResultsFile a, ResultsFile b) {
    for (String name : List.of("processor", "kernel", "jdk")) {
      if (!value(a, name).equals(value(b, name))) {
        return true;
      }
    }
    return false;
  }

  private static String value(ResultsFile file, String name) {
    return file.machine().stream()
        .filter(fact -> fact.name().equals(name))
        .map(ResultsFile.Fact::value)
        .findFirst()
        .orElse("");
  }

  private static void row(PrintWriter out, Pair pair) {
    Figure a = pair.a();
    Figure b = pair.b();
    out.printf(
        ROW,
        pair.name() + ", " + pair.unit(),
        a == null ? "-" : Decimals.of(a.value()),
        b == null ? "-" : Decimals.of(b.value()),
        Double.isNaN(pair.ratio()) ? "-" : String.format(Locale.ROOT, "%.2f", pair.ratio()),
        Decimals.of(pair.noise()),
        word(pair.change()));
  }

  private static String word(Change change) {
    return change == Change.WORSE
        ? Ansi.AUTO.string("@|bold,red " + change.text() + "|@")
        : change.text();
  }

  private int judge(Comparison comparison) {
    if (failOver == null) {
      return 0;
    }
    List<Pair> worse = comparison.worseBy(failOver);
    for (Pair pair : worse) {
      complain(
          FAILED,
          String.format(
              Locale.ROOT,
              "%s is %s %s, expected less than %s times %s, as before",
              pair.name(),
              pair.b() == null ? "-" : Decimals.of(pair.b().value()),
              pair.unit(),
              Decimals.of(failOver),
              pair.a() == null ? "-" : Decimals.of(pair.a().value())));
    }
    return worse.isEmpty() ? 0 : FAILED;
  }

  private int complain(int code, String what) {
    line().getErr().println("bench compare: " + what);
    line().getErr().flush();
    return code;
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
