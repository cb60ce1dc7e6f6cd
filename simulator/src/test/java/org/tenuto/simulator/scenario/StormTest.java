package org.tenuto.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sessions with faults of their own: no promise is broken. The full run makes more of it. */
class StormTest {

  private static final boolean FULL = Boolean.parseBoolean(System.getenv("CI"));
  private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors());

  @Test
  void survivableFaultsBreakNoPromiseAndEveryOrderEnds() throws InterruptedException {
    Storm.Result result = storm(Budget.SURVIVABLE, FULL ? 180 : 8);
    assertThat(result.completed()).isGreaterThan(result.sessions() / 5);
  }

  @Test
  void unlimitedFaultsBreakNoPromise() throws InterruptedException {
    storm(Budget.UNLIMITED, FULL ? 25 : 1);
  }

  private static Storm.Result storm(Budget budget, double hours) throws InterruptedException {
    var task = new Storm.Task(1, 1_000_000, hours, budget, THREADS);
    Storm.Result result = new Storm(Runs.SITE, task).run(progress -> {});
    System.out.printf(
        "storm, %s faults: seeds 1 to %d, %.1f infusion-hours, %.0f times real time on %d threads%n",
        budget.text(),
        result.lastSeed(),
        result.infusionHours(),
        result.simulatedHours() * 3_600 / result.wallS(),
        THREADS);
    assertThat(told(result.failure())).isEmpty();
    assertThat(result.infusionHours()).isGreaterThanOrEqualTo(hours);
    return result;
  }

  private static String told(@Nullable SessionResult failure) {
    return failure == null ? "" : failure.violations() + ", again: " + Replay.command(failure.plan());
  }
}
