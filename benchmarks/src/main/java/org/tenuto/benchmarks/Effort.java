package org.tenuto.benchmarks;

import java.util.List;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How long is measured. */
public enum Effort {
  /**
   * Two processes a benchmark, with the executor's flags. Iterations are so short that an order of
   * 100 min outlasts one down to 17 ns a cycle.
   */
  FULL(2, 15, 25, 100, "90 s"),
  /** In this process, for tests: shows that everything runs and what allocates, not how fast. */
  QUICK(0, 3, 3, 100, "5 s");

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

  private final int forks;
  private final int warmups;
  private final int iterations;
  private final long iterationMs;
  private final String duration;

  Effort(int forks, int warmups, int iterations, long iterationMs, String duration) {
    this.forks = forks;
    this.warmups = warmups;
    this.iterations = iterations;
    this.iterationMs = iterationMs;
    this.duration = duration;
  }

  /** How long {@code bench cycle} takes with it, roughly, for people. */
  String duration() {
    return duration;
  }

  /** Flags of a process like the executor's. */
  public static List<String> executorFlags() {
    return List.of(FLAGS);
  }

  /** JMH's options for this effort. */
  ChainedOptionsBuilder options() {
    TimeValue iteration = TimeValue.milliseconds(iterationMs);
    return new OptionsBuilder()
        .forks(forks)
        .jvmArgs(FLAGS)
        .warmupIterations(warmups)
        .warmupTime(iteration)
        .measurementIterations(iterations)
        .measurementTime(iteration);
  }
}
