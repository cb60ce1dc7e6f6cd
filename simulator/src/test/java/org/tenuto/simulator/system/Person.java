package org.tenuto.simulator.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who enters an order, starts it, perhaps pauses and resumes it, and looks on until it is
 * complete; on a thread of their own. They say when they get to the moment of the case, and walk
 * away when told to. What the page showed them meanwhile is kept.
 */
final class Person {

  private static final long LOOK_MS = 50;

  /** 168 mL/h in the first phase of the drill, which has 126. */
  private static final String FASTER = "2.4";

  private static final long FASTER_NL_PER_H = 168_000_000;

  /** Half of the first phase: the change is confirmed before it ends. */
  private static final long CHANGE_BEFORE_MS = 2_000;

  private static final long PATIENCE_NS = Tenuto.LONG.toNanos();

  private final Ward ward;
  private final TruthTail truth;
  private final KillCase plan;
  private final List<Published> seen = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Ordered> ordered = new CompletableFuture<>();
  private final CompletableFuture<Long> reachedNs = new CompletableFuture<>();
  private final CompletableFuture<Long> fired = new CompletableFuture<>();
  private final Thread thread = new Thread(this::run, "person");
  private volatile @Nullable Throwable failure;
  private volatile long failedNs;

  Person(Ward ward, TruthTail truth, KillCase plan) {
    this.ward = ward;
    this.truth = truth;
    this.plan = plan;
    thread.start();
  }

  /** What they ordered. */
  Ordered ordered() {
    return ordered.join();
  }

  /** When the moment of the case began, monotonic ns; waits for it. */
  long reachedNs() {
    return reachedNs.join();
  }

  /** What the page showed so far. */
  List<Published> seen() {
    return seen;
  }

  /** Somebody was killed. */
  void killed(long monoNs) {
    fired.complete(monoNs);
  }

  /**
   * Has them walk away.
   *
   * @return what went wrong for them before anybody was killed; null if nothing did
   */
  @Nullable Throwable leave() throws InterruptedException {
    thread.interrupt();
    thread.join();
    Long killedNs = fired.getNow(Long.MAX_VALUE);
    return failedNs < killedNs ? failure : null;
  }

  /** Waits until the order is complete; what went wrong for them, null if nothing did. */
  @Nullable Throwable awaitDone() throws InterruptedException {
    thread.join();
    return failure;
  }

  private void run() {
    try {
      act();
    } catch (InterruptedException e) {
      // Told to leave.
    } catch (IOException | RuntimeException | Error e) {
      failedNs = System.nanoTime();
      failure = e;
      ordered.completeExceptionally(e);
      reachedNs.completeExceptionally(e);
    }
  }

  private void act() throws IOException, InterruptedException {
    long baseNl = truth.now().last().deliveredNl();
    JsonNode readBack = ward.propose(Ward.DRILL_ORDER);
    Ordered first = Ordered.of(readBack, baseNl);
    boolean changes = plan.moment() == KillMoment.CHANGING;
    ordered.complete(changes ? first.changedToAtMost(FASTER_NL_PER_H) : first);
    reach(KillMoment.READ_BACK, true);
    reach(KillMoment.PROGRAMMING, false);
    reach(KillMoment.STARTING, false);
    ward.start(readBack);
    lookUntil("motion", status -> truth.now().last().deliveredNl() > baseNl + 500);
    moves(baseNl);
    if (changes) {
      change();
    }
    if (plan.moment().needsPause()) {
      pauseAndResume(readBack);
    }
    lookUntil("the end", Person::isComplete);
  }

  private void moves(long baseNl) {
    long movedNs =
        truth.now().moments().stream()
            .filter(moment -> moment.deliveredNl() > baseNl)
            .findFirst()
            .orElseThrow()
            .monoNs();
    for (KillMoment moment :
        List.of(KillMoment.RUNNING, KillMoment.PHASE_CHANGE, KillMoment.FINISHING)) {
      if (plan.moment() == moment) {
        reachedNs.complete(movedNs);
      }
    }
  }

  private void change() throws IOException, InterruptedException {
    long changeNs = System.nanoTime() + plan.runMs() % CHANGE_BEFORE_MS * 1_000_000;
    lookUntil("the change", status -> System.nanoTime() >= changeNs);
    JsonNode changed = ward.proposeChange(FASTER);
    reach(KillMoment.CHANGING, false);
    ward.start(changed);
  }

  private void pauseAndResume(JsonNode readBack) throws IOException, InterruptedException {
    long pauseNs = System.nanoTime() + plan.runMs() * 1_000_000;
    lookUntil("the pause", status -> System.nanoTime() >= pauseNs);
    reach(KillMoment.PAUSING, false);
    ward.post("pause", Map.of());
    lookUntil("paused", status -> is(status, "PAUSED") && isStopped(status));
    reach(KillMoment.PAUSED, true);
    reach(KillMoment.RESUMING, false);
    ward.post("resume", Map.of("nonce", readBack.path("nonce").asText()));
  }

  /**
   * Says so if this is the moment of the case.
   *
   * @param wait whether to stay there until somebody was killed
   */
  private void reach(KillMoment moment, boolean wait) throws InterruptedException {
    if (plan.moment() == moment) {
      reachedNs.complete(System.nanoTime());
      if (wait) {
        lookUntil("the kill", status -> fired.isDone());
      }
    }
  }

  private void lookUntil(String what, Predicate<JsonNode> is) throws InterruptedException {
    long patientUntilNs = System.nanoTime() + PATIENCE_NS;
    JsonNode status = look();
    while (!is.test(status)) {
      if (System.nanoTime() > patientUntilNs) {
        throw new AssertionError(what + " did not come, but " + status);
      }
      Thread.sleep(LOOK_MS);
      status = look();
    }
  }

  private JsonNode look() {
    long askedNs = System.nanoTime();
    JsonNode status = ward.status();
    seen.add(Published.of(status, askedNs, System.nanoTime()));
    return status;
  }

  private static boolean is(JsonNode status, String state) {
    return status.path("state").path("code").asText().equals(state);
  }

  private static boolean isStopped(JsonNode status) {
    return status.path("state").path("pump").asText().equals("STOPPED");
  }

  private static boolean isComplete(JsonNode status) {
    return is(status, "COMPLETE") && isStopped(status);
  }
}
