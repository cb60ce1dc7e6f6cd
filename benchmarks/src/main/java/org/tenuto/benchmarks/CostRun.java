package org.tenuto.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import picocli.CommandLine;
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

  @Option(names = "--json", paramLabel = "FILE", description = "write the figures to FILE as well")
  private @Nullable Path json;

  /**
   * Measures, prints and judges.
   *
   * @param options what the benchmarks need beside the effort
   * @return exit code: 0, 1 if something allocates that must not or can't be measured, 2 bad input
   */
  int measure(List<Subject> subjects, UnaryOperator<ChainedOptionsBuilder> options) {
    Path target = json;
    if (target != null && !Files.isDirectory(folderOf(target))) {
      return complain(BAD_INPUT, "--json " + target + ": expected a file in a folder that exists");
    }
    Effort effort = quick ? Effort.QUICK : Effort.FULL;
    Machine before = Machine.here();
    out()
        .printf(
            "Measuring %d benchmarks, about %s.%n%n", subjects.size(), effort.duration());
    out().flush();
    try {
      var report = new CostReport(effort, before, Measurement.of(subjects, effort, options));
      report.print(out());
      if (target != null) {
        report.write(target);
      }
      return judge(report);
    } catch (RunnerException e) {
      return complain(FAILED, cause(e));
    } catch (IOException e) {
      return complain(BAD_INPUT, "--json " + target + ": can't be written: " + e.getMessage());
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
    line.getErr().println("bench " + line.getCommandName() + ": " + what);
    line.getErr().flush();
    return code;
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

  private static Path folderOf(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file : parent;
  }
}
