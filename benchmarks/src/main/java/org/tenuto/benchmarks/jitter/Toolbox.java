package org.tenuto.benchmarks.jitter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tenuto.benchmarks.Effort;

/**
 * What this machine has to measure with, and how each subject is started with it. One thread.
 *
 * @param cyclictest of rt-tests; null if it is not there
 * @param twin compiled; null where there is no gcc
 * @param stress stress-ng; null if it is not there
 * @param setpriv of util-linux, takes a permission away; null if it is not there
 */
record Toolbox(
    @Nullable Path cyclictest,
    @Nullable Path twin,
    @Nullable Path stress,
    @Nullable Path setpriv) {

  /** Each process may take so long to start, and the order to run. */
  private static final int START_S = 120;

  private static final int WAKES_PER_S = 1_000;
  private static final List<String> USERS_FLAGS = List.of("-Xmx256m", "-XX:+UseG1GC");

  /**
   * Looks for it.
   *
   * @param folder for what is compiled
   * @throws IOException if there is a gcc that does not compile the twin
   */
  static Toolbox of(Path folder) throws IOException, InterruptedException {
    Path gcc = Programs.find("gcc");
    return new Toolbox(
        Programs.find("cyclictest"),
        gcc == null ? null : Programs.twin(gcc, folder),
        Programs.find("stress-ng"),
        Programs.find("setpriv"));
  }

  /** Why a subject can't be measured here, in a few words; null if it can. */
  @Nullable String lacks(JitterSubject subject) {
    return switch (subject) {
      case TWIN -> twin == null ? "this machine has no gcc" : null;
      case CYCLICTEST -> cyclictest == null ? "this machine has no cyclictest (rt-tests)" : null;
      case STATION -> setpriv == null ? "this machine has no setpriv (util-linux)" : null;
      default -> null;
    };
  }

  /** Why a load can't be made here, in a few words; null if it can. */
  @Nullable String lacks(JitterLoad load) {
    return load.stress().isEmpty() || stress != null ? null : "this machine has no stress-ng";
  }

  /**
   * Starts a subject, on a processor, and waits until its loop runs.
   *
   * @param folder of its own, in memory
   * @param seconds how long it is wanted, once it runs
   */
  Loop start(JitterSubject subject, JitterLoad load, Path folder, int cpu, int seconds)
      throws IOException, InterruptedException {
    if (subject == JitterSubject.CYCLICTEST) {
      return new CyclictestLoop(Objects.requireNonNull(cyclictest), folder, cpu, START_S + seconds);
    }
    Path log = folder.resolve("wakes");
    WakeLog.create(log, (START_S + seconds) * WAKES_PER_S);
    if (subject.isOurs()) {
      boolean storm = load.allocates() && subject != JitterSubject.OURS;
      return new OurLoop(
          folder, line -> ours(subject, List.of(line, folder, log), cpu, storm), log, cpu);
    }
    List<String> command =
        subject == JitterSubject.TWIN
            ? List.of(twin + "", log + "", cpu + "")
            : Programs.java(
                USERS_FLAGS,
                RivalMain.class,
                List.of(subject.name(), log.toString(), Integer.toString(cpu)));
    return new LoggedLoop(command, log, cpu, subject.catchesUp());
  }

  private List<String> ours(JitterSubject subject, List<Path> paths, int cpu, boolean storm) {
    List<String> arguments = new ArrayList<>();
    paths.forEach(path -> arguments.add(path.toString()));
    arguments.add(Integer.toString(cpu));
    if (storm) {
      arguments.add("storm");
    }
    List<String> java =
        Programs.java(
            subject == JitterSubject.OURS ? Effort.executorFlags() : USERS_FLAGS,
            ExecutorLoopMain.class,
            arguments);
    if (subject != JitterSubject.STATION) {
      return java;
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                "prlimit",
                "--rtprio=0:0",
                Objects.requireNonNull(setpriv).toString(),
                "--inh-caps=-sys_nice",
                "--bounding-set=-sys_nice"));
    command.addAll(java);
    return command;
  }
}
