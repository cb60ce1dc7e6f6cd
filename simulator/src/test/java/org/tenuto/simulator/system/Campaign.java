package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Disturbs one infusion after the other, on a few devices at once: most of an infusion is waiting.
 * Prints a line for each and a table at the end, and writes JSON lines.
 */
final class Campaign {

  private static final long SEED = Long.getLong("tenuto.kill.seed", 1);
  private static final int LANES = Integer.getInteger("tenuto.kill.lanes", 4);

  private final Path dir;
  private final Path file;
  private final List<KillResult> results = new CopyOnWriteArrayList<>();

  /**
   * Nothing runs yet.
   *
   * @param name of the file with the results, in {@code target}
   */
  Campaign(Path dir, String name) throws IOException {
    this.dir = dir;
    file = Path.of("target", name + ".jsonl");
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
  }

  /** The cases of one seed, by number from 0. */
  interface Cases {
    KillCase of(long seed, int number);
  }

  /** Runs so many cases, or the one that is to be replayed; fails unless all is well. */
  void run(int count, Cases cases) throws InterruptedException, ExecutionException {
    Queue<KillCase> queue = new ConcurrentLinkedQueue<>(drawn(count, cases));
    int expected = queue.size();
    int lanes = Math.min(LANES, expected);
    System.out.printf("%d infusions, seed %d, on %d devices%n", expected, SEED, lanes);
    List<Callable<Boolean>> work =
        IntStream.range(0, lanes).<Callable<Boolean>>mapToObj(i -> () -> lane(i, queue)).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(lanes)) {
      for (Future<Boolean> done : threads.invokeAll(work)) {
        done.get();
      }
    }
    summarise();
    assertThat(results).hasSize(expected);
    assertThat(results.stream().filter(result -> !result.wrong().isEmpty()).map(KillResult::text))
        .isEmpty();
  }

  private static List<KillCase> drawn(int count, Cases cases) {
    String replay = System.getProperty("tenuto.kill.replay");
    if (replay != null) {
      String[] parts = replay.split(":", 2);
      return List.of(cases.of(Long.parseLong(parts[0]), Integer.parseInt(parts[1])));
    }
    return IntStream.range(0, count).mapToObj(i -> cases.of(SEED, i)).toList();
  }

  private boolean lane(int number, Queue<KillCase> cases) throws Exception {
    try (Lane lane = new Lane(Files.createDirectory(dir.resolve("lane-" + number)))) {
      for (KillCase next = cases.poll(); next != null; next = cases.poll()) {
        try {
          note(run(lane, next));
        } catch (Exception | AssertionError e) {
          cases.clear(); // the other devices need not go on
          throw new AssertionError(next + ", again with " + next.replay() + ": " + e, e);
        }
      }
      lane.verifyRecord();
    }
    return true;
  }

  private static KillResult run(Lane lane, KillCase next) throws Exception {
    KillResult result = lane.run(next);
    return next.victim().isHarmless() ? result : result.and(lane.runsAgain());
  }

  private synchronized void note(KillResult result) throws IOException {
    results.add(result);
    System.out.println(result.text());
    Files.writeString(
        file,
        result.json() + "\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private void summarise() {
    System.out.println(
        "victim          infusions  moving  worst rest  narrowest  widest record  worst stall");
    for (Victim victim : Victim.values()) {
      List<KillResult> of = new ArrayList<>(results);
      of.removeIf(result -> result.plan().victim() != victim);
      if (!of.isEmpty()) {
        summarise(victim, of);
      }
    }
  }

  private static void summarise(Victim victim, List<KillResult> of) {
    System.out.printf(
        "%-14s  %9d  %6d  %7d ms  %6d nL  %10d nL  %8d ms%n",
        victim,
        of.size(),
        of.stream().filter(result -> result.restMs() >= 0).count(),
        of.stream().mapToLong(KillResult::restMs).max().orElse(-1),
        of.stream().mapToLong(KillResult::widthNl).min().orElse(0),
        of.stream().mapToLong(KillResult::widthNl).max().orElse(0),
        of.stream().mapToLong(KillResult::stalledMs).max().orElse(0));
  }
}
