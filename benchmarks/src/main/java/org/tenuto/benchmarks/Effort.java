package org.tenuto.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How long is measured. */
public enum Effort {
  /**
   * Two processes a benchmark, with the executor's flags. Iterations are so short that an order of
   * 100 min outlasts one down to 17 ns a cycle.
   */
  FULL {
    @Override
    ChainedOptionsBuilder options(Subject subject) {
      TimeValue iteration = TimeValue.milliseconds(ITERATION_MS);
      return new OptionsBuilder()
          .forks(FORKS)
          .jvmArgs(FLAGS)
          .warmupIterations(WARM_UPS)
          .warmupTime(iteration)
          .measurementIterations(ITERATIONS)
          .measurementTime(iteration);
    }

    @Override
    int operations(Subject subject) {
      return 1;
    }

    @Override
    long seconds(int benchmarks) {
      long forkMs = START_MS + (WARM_UPS + ITERATIONS) * ITERATION_MS;
      return (long) benchmarks * FORKS * forkMs / MS_PER_S;
    }

    @Override
    Machine machine() {
      return Machine.here(List.of(FLAGS));
    }
  },
  /**
   * In this process, so many operations whatever they take: what JMH allocates itself, some kB, is
   * then as little an operation on a slow machine as on a fast one. Shows that everything runs and
   * what allocates, not how fast.
   */
  QUICK {
    @Override
    ChainedOptionsBuilder options(Subject subject) {
      int batch = operations(subject);
      return new OptionsBuilder()
          .forks(0)
          .mode(Mode.SingleShotTime)
          .timeUnit(TimeUnit.NANOSECONDS)
          .warmupIterations(QUICK_ITERATIONS)
          .warmupBatchSize(batch)
          .measurementIterations(QUICK_ITERATIONS)
          .measurementBatchSize(batch);
    }

    @Override
    int operations(Subject subject) {
      return subject.quickOperations();
    }

    @Override
    long seconds(int benchmarks) {
      return Math.max(1, benchmarks / 2);
    }

    @Override
    Machine machine() {
      return Machine.here();
    }
  };

  private static final int FORKS = 2;
  private static final int WARM_UPS = 15;
  private static final int ITERATIONS = 25;
  private static final long ITERATION_MS = 100;
  private static final long START_MS = 500;
  private static final long MS_PER_S = 1_000;

  private static final int QUICK_ITERATIONS = 4;

  /** The executor's, as the launcher starts it, and what JMH needs. */
  private static final String[] FLAGS = {
    "-Xms64m",
    "-Xmx64m",
    "-XX:+UseSerialGC",
    "-XX:+AlwaysPreTouch",
    "-XX:-UsePerfData",
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow"
  };

  /** Flags of a process like the executor's. */
  public static List<String> executorFlags() {
    return List.of(FLAGS);
  }

  /** JMH's options for it. */
  abstract ChainedOptionsBuilder options(Subject subject);

  /** Operations in what JMH takes for one. */
  abstract int operations(Subject subject);

  /** How long that many benchmarks take with it, roughly, s, for people. */
  abstract long seconds(int benchmarks);

  /** Where it is measured, with the flags of the processes that do it. */
  abstract Machine machine();
}
