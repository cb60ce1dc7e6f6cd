package org.tenuto.benchmarks.jitter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code bench jitter}. */
final class JitterOptions {

  private static final int MOST_SECONDS = 3_600;
  private static final int MOST_ROUNDS = 100;
  private static final int MOST_WARM_UP_S = 60;
  private static final Path PROCESSORS = Path.of("/sys/devices/system/cpu");

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "of each block, 1 to 3600 (default: 10; quick: 3; thorough: 15)")
  private @Nullable Integer seconds;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "1 to 100, even with --pair (default: 2; quick: 2; thorough: 4)")
  private @Nullable Integer rounds;

  @Option(
      names = "--warm-up",
      paramLabel = "S",
      description = {
        "of each JVM before it counts, 0 to 60 (default: 10, until it is compiled; quick: 3);",
        "1 s of what is in C",
      })
  private @Nullable Integer warmUp;

  @Option(
      names = "--loads",
      paramLabel = "LOAD,...",
      description = {
        "every, or some of idle, cpu, memory, disk, network, allocation, all (default: every;",
        "quick: idle,allocation)",
      })
  private @Nullable String loads;

  @Option(
      names = "--subjects",
      paramLabel = "NAME,...",
      description = {
        "every, or some of ours, twin, cyclictest, station, scheduled, sleep, park, agrona, and",
        "the last five with -fifo (default: ours,twin,cyclictest)",
      })
  private @Nullable String subjects;

  @Option(
      names = "--cpu",
      paramLabel = "N",
      description = "processor of the loops, 0 to 1023 (default: the last one)")
  private int cpu = Runtime.getRuntime().availableProcessors() - 1;

  @Option(
      names = "--pair",
      description = {
        "ours and its twin at the same time, each on a processor of its own; they change places",
        "each round",
      })
  private boolean pair;

  @Option(names = "--quick", description = "a look of 2 min, not a measurement")
  private boolean quick;

  @Option(
      names = "--thorough",
      description = "twice the rounds, longer blocks: 40 min of every load instead of 15")
  private boolean thorough;

  /**
   * What is asked for.
   *
   * @throws IllegalArgumentException one line: option, value, what was expected
   */
  JitterPlan plan() {
    if (quick && thorough) {
      throw new IllegalArgumentException("--quick --thorough: expected at most one of the two");
    }
    int wantedRounds = within("--rounds", rounds, extent(2, 2, 4), 1, MOST_ROUNDS);
    return new JitterPlan(
        subjects(),
        JitterLoad.parse(loads != null ? loads : extent("every", "idle,allocation", "every")),
        pair ? even(wantedRounds) : wantedRounds,
        within("--seconds", seconds, extent(10, 3, 15), 1, MOST_SECONDS),
        within("--warm-up", warmUp, extent(10, 3, 10), 0, MOST_WARM_UP_S),
        requireProcessor(cpu),
        pair ? other() : JitterPlan.NO_PAIR);
  }

  private <T> T extent(T usual, T looked, T throughout) {
    return quick ? looked : thorough ? throughout : usual;
  }

  private List<JitterSubject> subjects() {
    if (pair && subjects != null) {
      throw new IllegalArgumentException(
          "--subjects " + subjects + ": expected none with --pair, which is ours and twin");
    }
    String usual = pair ? "ours,twin" : "ours,twin,cyclictest";
    return JitterSubject.parse(subjects != null ? subjects : usual);
  }

  private static int even(int rounds) {
    if (rounds % 2 == 1) {
      throw new IllegalArgumentException(
          "--rounds " + rounds + ": expected an even number with --pair, half on each processor");
    }
    return rounds;
  }

  private int other() {
    int other = cpu == 0 ? 1 : cpu - 1;
    if (!isThere(other)) {
      throw new IllegalArgumentException("--pair: expected two processors, this machine has one");
    }
    return other;
  }

  private static int requireProcessor(int cpu) {
    if (!isThere(cpu)) {
      throw new IllegalArgumentException(
          "--cpu " + cpu + ": expected a processor of this machine, 0 to 1023");
    }
    return cpu;
  }

  private static boolean isThere(int cpu) {
    return cpu >= 0 && cpu <= 1_023 && Files.isDirectory(PROCESSORS.resolve("cpu" + cpu));
  }

  private static int within(
      String option, @Nullable Integer asked, int usual, int least, int most) {
    int value = asked == null ? usual : asked;
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          option + " " + value + ": expected " + least + " to " + most);
    }
    return value;
  }
}
