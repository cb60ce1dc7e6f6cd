package org.tenuto.benchmarks;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command that has JMH measure costs does alike; mixed into it. */
final class CostRun {

  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--quick",
      description = "a few seconds in this process: what allocates, not how fast it is")
  private boolean quick;

  @Mixin private final JsonFile json = new JsonFile();

  /**
   * Measures, prints and judges.
   *
   * @param options what the benchmarks need beside the effort
   * @return exit code: 0, 1 if something allocates that must not or can't be measured, 2 bad input
   */
  int measure(List<Subject> subjects, UnaryOperator<ChainedOptionsBuilder> options) {
    String refusal = json.refusal();
    if (refusal != null) {
      return complain(BAD_INPUT, refusal);
    }
    Effort effort = quick ? Effort.QUICK : Effort.FULL;
    Machine before = effort.machine();
    out()
        .printf(
            "Measuring %d benchmarks, about %d s.%n%n", subjects.size(), effort.seconds(subjects.size()));
    out().flush();
    try {
      List<Cost> costs = Measurement.of(subjects, effort, options);
      var report = new CostReport(name(), effort, before, effort.machine(), costs);
      report.print(out());
      String failure = json.write(report.results());
      return failure == null ? judge(report) : complain(BAD_INPUT, failure);
    } catch (RunnerException e) {
      return complain(FAILED, cause(e));
    }
  }

  private int judge(CostReport report) {
    for (Cost cost : report.forbidden()) {
      complain(
          FAILED,
          String.format(
              Locale.ROOT,
              "%s allocates %.1f B an operation, expected 0",
              cost.subject().name(),
              cost.bytes()));
    }
    return report.forbidden().isEmpty() ? 0 : FAILED;
  }

  /** Says in one line what is wrong with what was asked for; answers the exit code. */
  int refuse(String what) {
    return complain(BAD_INPUT, what);
  }

  private int complain(int code, String what) {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    line.getErr().println("bench " + name() + ": " + what);
    line.getErr().flush();
    return code;
  }

  private String name() {
    return Objects.requireNonNull(spec).commandLine().getCommandName();
  }

  boolean isQuick() {
    return quick;
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }

  /** What failed in the benchmark itself, where JMH says so; one line. */
  private static String cause(Throwable failure) {
    Throwable deepest = failure;
    while (true) {
      Throwable next = deepest.getCause() != null ? deepest.getCause() : firstSuppressed(deepest);
      if (next == null) {
        return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("failed");
      }
      deepest = next;
    }
  }

  private static @Nullable Throwable firstSuppressed(Throwable failure) {
    Throwable[] suppressed = failure.getSuppressed();
    return suppressed.length == 0 ? null : suppressed[0];
  }
}
