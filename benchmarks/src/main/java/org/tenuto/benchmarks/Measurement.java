package org.tenuto.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Has JMH measure subjects, time and allocation together. */
final class Measurement {

  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private Measurement() {}

  /**
   * Measures each subject in turn.
   *
   * @param options adds what the benchmarks need beside the effort
   * @throws RunnerException if one failed or another JMH is running
   */
  static List<Cost> of(
      List<Subject> subjects, Effort effort, UnaryOperator<ChainedOptionsBuilder> options)
      throws RunnerException {
    List<Cost> costs = new ArrayList<>();
    for (Subject subject : subjects) {
      ChainedOptionsBuilder its = options.apply(effort.options(subject));
      costs.add(of(subject, its, effort.operations(subject)));
    }
    return costs;
  }

  private static Cost of(Subject subject, ChainedOptionsBuilder options, int operations)
      throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                options
                    .include("^" + Pattern.quote(subject.qualifiedName()) + "$")
                    .addProfiler(GCProfiler.class)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    if (results.size() != 1) {
      throw new RunnerException(
          subject.name() + ": " + results.size() + " results, expected exactly one");
    }
    RunResult result = results.iterator().next();
    Result<?> time = result.getPrimaryResult();
    return new Cost(
        subject,
        time.getScore() / operations,
        time.getScoreError() / operations,
        bytes(result).min().orElse(Double.NaN) / operations,
        (bytes(result).max().orElse(Double.NaN) - bytes(result).min().orElse(Double.NaN))
            / 2
            / operations);
  }

  /**
   * What each iteration allocated. The least is what every one did: more comes of code that is not
   * compiled yet, and how soon it is depends on the machine. NaN if it was not measured.
   */
  private static DoubleStream bytes(RunResult result) {
    return result.getBenchmarkResults().stream()
        .flatMap(fork -> fork.getIterationResults().stream())
        .mapToDouble(Measurement::bytes);
  }

  private static double bytes(IterationResult iteration) {
    Result<?> allocation = iteration.getSecondaryResults().get(ALLOCATION);
    return allocation == null ? Double.NaN : allocation.getScore();
  }
}
