package org.tenuto.simulator.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tenuto.simulator.boundary.Tripwire;

/**
 * A session for each seed, on several threads, each session on one of them: until the seeds are
 * through, enough has been infused, or a promise is broken.
 */
public final class Storm {

  private static final double NS_PER_H = 3_600e9;

  /**
   * What is to be run.
   *
   * @param firstSeed first seed
   * @param lastSeed last seed, itself too
   * @param hours enough infusion-hours; all seeds are run if it is 0
   * @param budget what may go wrong
   * @param threads how many sessions at a time
   */
  public record Task(
      long firstSeed, long lastSeed, double hours, Budget budget, int threads) {}

  /** Where it stands; any thread. */
  public record Progress(long sessions, double infusionHours, double simulatedHours) {}

  /**
   * What it came to.
   *
   * @param lastSeed every seed up to this one was run
   * @param completed sessions whose order was completed
   * @param failure the first session that broke a promise; null if none did
   * @param wallS time it took, s
   */
  public record Result(
      long sessions,
      long lastSeed,
      double infusionHours,
      double simulatedHours,
      long completed,
      @Nullable SessionResult failure,
      double wallS) {}

  private final Site site;
  private final Task task;
  private final AtomicLong nextSeed;
  private final AtomicLong sessions = new AtomicLong();
  private final AtomicLong completed = new AtomicLong();
  private final AtomicLong infusingMs = new AtomicLong();
  private final AtomicLong simulatedMs = new AtomicLong();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final AtomicReference<@Nullable SessionResult> failure = new AtomicReference<>();
  private final AtomicReference<@Nullable Throwable> crash = new AtomicReference<>();

  public Storm(Site site, Task task) {
    this.site = site;
    this.task = task;
    this.nextSeed = new AtomicLong(task.firstSeed());
  }

  /**
   * Runs it.
   *
   * @param watcher told twice a second, on the calling thread
   */
  public Result run(Consumer<Progress> watcher) throws InterruptedException {
    long startNs = System.nanoTime();
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < task.threads(); i++) {
      workers.add(Thread.ofPlatform().name("storm-" + i).daemon().start(this::work));
    }
    for (Thread worker : workers) {
      while (!worker.join(Duration.ofMillis(500))) {
        watcher.accept(progress());
      }
    }
    watcher.accept(progress());
    Throwable thrown = crash.get();
    if (thrown != null) {
      throw new IllegalStateException("a session could not be run", thrown);
    }
    return new Result(
        sessions.get(),
        nextSeed.get() - 1,
        infusingMs.get() * 1e6 / NS_PER_H,
        simulatedMs.get() * 1e6 / NS_PER_H,
        completed.get(),
        failure.get(),
        (System.nanoTime() - startNs) / 1e9);
  }

  /** Ends it after the sessions that are running; any thread. */
  public void stop() {
    stopping.set(true);
  }

  private Progress progress() {
    return new Progress(
        sessions.get(), infusingMs.get() * 1e6 / NS_PER_H, simulatedMs.get() * 1e6 / NS_PER_H);
  }

  private void work() {
    try {
      while (!stopping.get()) {
        long seed = nextSeed.getAndIncrement();
        if (seed > task.lastSeed()) {
          nextSeed.decrementAndGet();
          return;
        }
        book(run(SessionPlan.draw(seed, task.budget(), site.library(), site.device().pump())));
      }
    } catch (RuntimeException | Error e) {
      crash.compareAndSet(null, e);
      stop();
    }
  }

  private SessionResult run(SessionPlan plan) {
    try {
      return new Session(site, plan, Tripwire.never(), new Trace(null)).run();
    } catch (RuntimeException e) {
      throw new IllegalStateException("seed " + plan.seed() + " and " + plan.faults(), e);
    }
  }

  private void book(SessionResult result) {
    sessions.incrementAndGet();
    infusingMs.addAndGet(result.infusingNs() / 1_000_000);
    simulatedMs.addAndGet(result.simulatedNs() / 1_000_000);
    if (result.outcome().equals("COMPLETE")) {
      completed.incrementAndGet();
    }
    if (!result.passed()) {
      failure.compareAndSet(null, result);
      stop();
    }
    boolean enough = task.hours() > 0 && infusingMs.get() * 1e6 >= task.hours() * NS_PER_H;
    if (enough) {
      stop();
    }
  }
}
