package org.tenuto.benchmarks.jitter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Blocks that take turns, round by round. One thread. */
final class JitterRun {

  /** So long a load has been there before anything counts. */
  private static final long SETTLE_MS = 1_000;

  private static final long MS_PER_S = 1_000;

  /** A load ends by itself so much later than wanted, whatever happens here. */
  private static final long SLACK_S = 60;

  private final JitterPlan plan;
  private final Toolbox tools;
  private final Scratch memory;
  private final Scratch disk;
  private final JitterProgress progress;
  private final JitterBlocks blocks = new JitterBlocks();

  /**
   * Nothing is measured yet.
   *
   * @param plan with only what the tools can do
   */
  JitterRun(
      JitterPlan plan, Toolbox tools, Scratch memory, Scratch disk, JitterProgress progress) {
    this.plan = plan;
    this.tools = tools;
    this.memory = memory;
    this.disk = disk;
    this.progress = progress;
  }

  /**
   * Measures it all. A block that fails twice is told in a remark, and the run goes on.
   *
   * @throws IOException one line, if no block at all could be measured
   */
  JitterBlocks measure() throws IOException, InterruptedException {
    for (int round = 0; round < plan.rounds(); round++) {
      for (JitterLoad load : plan.loads()) {
        under(load, round);
      }
    }
    progress.end();
    if (blocks.isEmpty()) {
      throw new IOException("nothing was measured: " + String.join("; ", blocks.remarks()));
    }
    return blocks;
  }

  private void under(JitterLoad load, int round) throws InterruptedException {
    if (plan.isPair()) {
      block(load, round, List.of(JitterSubject.OURS, JitterSubject.TWIN));
    } else {
      for (JitterSubject subject : plan.subjects()) {
        block(load, round, List.of(subject));
      }
    }
  }

  private void block(JitterLoad load, int round, List<JitterSubject> together)
      throws InterruptedException {
    JitterSubject first = together.getFirst();
    progress.begin(round, load, first, plan.blockS(load, first));
    String failure = attempt(load, round, together);
    if (!failure.isEmpty()) { // a busy machine may be too slow for an order to start
      failure = attempt(load, round, together);
    }
    remark(load, round, first, failure.isEmpty() ? "" : "left out twice, " + failure);
    progress.done();
  }

  /** One block; what went wrong, empty if nothing did. */
  private String attempt(JitterLoad load, int round, List<JitterSubject> together)
      throws InterruptedException {
    try (var folder = memory.inner()) {
      measure(load, round, together, folder);
      return "";
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private void measure(JitterLoad load, int round, List<JitterSubject> together, Scratch folder)
      throws IOException, InterruptedException {
    List<Loop> loops = new ArrayList<>();
    try {
      for (JitterSubject subject : together) {
        int cpu = plan.cpu(round, loops.size());
        int seconds = plan.warmUpS() + plan.seconds();
        loops.add(tools.start(subject, load, folder.inner().folder(), cpu, seconds));
      }
      Thread.sleep(plan.warmUpS(together.getFirst()) * MS_PER_S);
      count(load, round, together, loops);
    } finally {
      for (Loop loop : loops.reversed()) {
        loop.close();
      }
    }
  }

  /** The load comes when all is compiled, as on a board that runs: a start is not measured here. */
  private void count(JitterLoad load, int round, List<JitterSubject> together, List<Loop> loops)
      throws IOException, InterruptedException {
    try (var files = disk.inner();
        var running = new RunningLoad(load, tools.stress(), files.folder(), longestLoadS())) {
      if (load != JitterLoad.IDLE) {
        Thread.sleep(SETTLE_MS);
      }
      for (Loop loop : loops) {
        loop.begin();
      }
      Thread.sleep(plan.seconds() * MS_PER_S);
      List<Block> counted = new ArrayList<>();
      for (Loop loop : loops) {
        counted.add(loop.end(plan.seconds()));
      }
      running.requireAlive();
      for (int i = 0; i < loops.size(); i++) {
        blocks.put(round, load, together.get(i), counted.get(i));
        remark(load, round, together.get(i), loops.get(i).remark());
      }
    }
  }

  private long longestLoadS() {
    return SLACK_S + plan.seconds();
  }

  private void remark(JitterLoad load, int round, JitterSubject subject, String what) {
    if (!what.isEmpty()) {
      blocks.remark(
          String.format(
              Locale.ROOT,
              "round %d, %s, %s: %s",
              round + 1,
              load.text(),
              subject.text(),
              what));
    }
  }
}
