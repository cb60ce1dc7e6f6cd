package org.tenuto.benchmarks.jitter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Blocks that take turns, round by round. One thread. */
final class JitterRun {

  /** So long a load has been there before anything is started under it. */
  private static final long SETTLE_MS = 1_000;

  private static final long MS_PER_S = 1_000;

  /** A block may take so many times as long as planned before its load ends by itself. */
  private static final long PATIENCE = 10;

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
   * Measures it all. A block that fails is told in a remark and the run goes on.
   *
   * @throws IOException one line, if a load can't be made or no block at all could be measured
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

  private void under(JitterLoad load, int round) throws IOException, InterruptedException {
    long longestS = PATIENCE * plan.loadS();
    try (var files = disk.inner();
        var running = new RunningLoad(load, tools.stress(), files.folder(), longestS)) {
      if (load != JitterLoad.IDLE) {
        Thread.sleep(SETTLE_MS);
      }
      if (plan.isPair()) {
        block(load, round, List.of(JitterSubject.OURS, JitterSubject.TWIN));
      } else {
        for (JitterSubject subject : plan.subjects()) {
          block(load, round, List.of(subject));
        }
      }
      running.requireAlive();
    }
  }

  private void block(JitterLoad load, int round, List<JitterSubject> together)
      throws IOException, InterruptedException {
    JitterSubject first = together.getFirst();
    progress.begin(round, load, first, plan.blockS(first));
    try (var folder = memory.inner()) {
      measure(load, round, together, folder);
    } catch (IOException e) {
      remark(load, round, first, "left out, " + e.getMessage());
    }
    progress.done();
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
      for (Loop loop : loops) {
        loop.begin();
      }
      Thread.sleep(plan.seconds() * MS_PER_S);
      for (int i = 0; i < loops.size(); i++) {
        blocks.put(round, load, together.get(i), loops.get(i).end(plan.seconds()));
        remark(load, round, together.get(i), loops.get(i).remark());
      }
    } finally {
      for (Loop loop : loops.reversed()) {
        loop.close();
      }
    }
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
