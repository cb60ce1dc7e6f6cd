package org.tenuto.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What a tick is made of, each beside what it is measured against, in one run: line work beside C,
 * the first alarm of a process beside its hundredth, locked memory beside all that could be locked.
 */
final class TickRun {

  private static final long LONGEST_NS = 10_000_000_000L;
  private static final int DIGITS = 3;
  private static final int ALARMS = 100;
  private static final long ALARMS_WITHIN_S = 120;
  private static final long LINE_WITHIN_S = 30;

  /** A tenth of what it should be: slower is a failure. */
  private static final int TICKS_PER_S_AT_LEAST = 100;

  private final int warmUp;
  private final int ticks;
  private final int rounds;
  private final int processes;
  private final int cpu;
  private final Histogram oursNs = new Histogram(LONGEST_NS, DIGITS);
  private final Histogram twinsNs = new Histogram(LONGEST_NS, DIGITS);
  private final List<Long> firstAlarmsNs = new ArrayList<>();
  private final List<Long> hundredthAlarmsNs = new ArrayList<>();
  private long lockedKib;
  private long naivelyLockedKib;
  private boolean hasTwin;
  private String timing = "";

  /**
   * Prepares it.
   *
   * @param warmUp ticks of each line process before those that count, ours and its twin's
   * @param ticks of each line process
   * @param rounds ours and its twin, in turn
   * @param processes each with its first alarm
   * @param cpu processor of what is measured
   */
  TickRun(int warmUp, int ticks, int rounds, int processes, int cpu) {
    this.warmUp = warmUp;
    this.ticks = ticks;
    this.rounds = rounds;
    this.processes = processes;
    this.cpu = cpu;
  }

  /** Measures it all. */
  void measure(Progress progress) throws IOException, InterruptedException {
    try (var folder = new BenchFolder()) {
      Path twin = Gcc.compile("tick-twin.c", folder.path());
      hasTwin = twin != null;
      for (int round = 1; round <= rounds; round++) {
        progress.on("line, round " + round + " of " + rounds);
        timing = line(ours(), oursNs);
        if (twin != null) {
          line(List.of(twin.toString()), twinsNs);
        }
      }
      for (int one = 1; one <= processes; one++) {
        progress.on("alarms, process " + one + " of " + processes);
        alarms(folder.path().resolve("alarms" + one));
      }
      progress.on("locked memory");
      lockedKib = locked(folder.path().resolve("locked"), StopLoopMain.class);
      naivelyLockedKib = locked(folder.path().resolve("naive"), NaiveLockMain.class);
    }
  }

  /** Told what is being measured. */
  interface Progress {
    void on(String what);
  }

  private static List<String> ours() {
    return ChildProcess.likeTheExecutor(TickMain.class);
  }

  /** Answers what the kernel granted the process. */
  private String line(List<String> program, Histogram into)
      throws IOException, InterruptedException {
    try (var echo = new TickEcho(cpu)) {
      List<String> command = new ArrayList<>(program);
      command.add(echo.path().toString());
      command.add(Integer.toString(cpu));
      command.add(Integer.toString(warmUp));
      command.add(Integer.toString(ticks));
      try (var process = ChildProcess.start(command)) {
        String granted = process.awaitReady();
        long withinS = LINE_WITHIN_S + ((long) warmUp + ticks) / TICKS_PER_S_AT_LEAST;
        numbers(process.awaitEnd(withinS), ticks).forEach(into::recordValue);
        return granted;
      }
    }
  }

  private void alarms(Path folder) throws IOException, InterruptedException {
    List<String> command =
        ChildProcess.likeTheExecutor(
            AlarmCostMain.class,
            folder.toString(),
            Integer.toString(cpu),
            Integer.toString(ALARMS));
    try (var process = ChildProcess.start(command)) {
      process.awaitReady();
      List<Long> costNs = numbers(process.awaitEnd(ALARMS_WITHIN_S), ALARMS);
      firstAlarmsNs.add(costNs.getFirst());
      hundredthAlarmsNs.add(costNs.getLast());
    }
  }

  private static List<Long> numbers(List<String> lines, int expected) throws IOException {
    if (lines.size() != expected) {
      throw new IOException(
          "the measured process told " + lines.size() + " figures, expected " + expected);
    }
    return lines.stream().map(Long::valueOf).toList();
  }

  private long locked(Path folder, Class<?> main) throws IOException, InterruptedException {
    try (var loop = new StopLoop(folder, cpu, new SplittableRandom(1), main)) {
      return LockedMemory.kib(loop.pid());
    }
  }

  Histogram oursNs() {
    return oursNs;
  }

  /** Null where there is no gcc. */
  @Nullable Histogram twinsNs() {
    return hasTwin ? twinsNs : null;
  }

  /** One for each process. */
  List<Long> firstAlarmsNs() {
    return List.copyOf(firstAlarmsNs);
  }

  /** One for each process. */
  List<Long> hundredthAlarmsNs() {
    return List.copyOf(hundredthAlarmsNs);
  }

  long lockedKib() {
    return lockedKib;
  }

  long naivelyLockedKib() {
    return naivelyLockedKib;
  }

  /** What the kernel granted our line process. */
  String timing() {
    return timing;
  }
}
