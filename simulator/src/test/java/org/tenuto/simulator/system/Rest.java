package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.time.Duration;

/** Judges that the plunger came to rest in time and stayed there, from the truth alone. */
final class Rest {

  /** At rest for so long counts as rest: far more than any pause between two motor steps. */
  private static final long STAYS_NS = 3_000_000_000L;

  /** The truth has a line every 100 ms; a longer gap is the machine's doing. */
  private static final long STALL_NS = 300_000_000;

  private Rest() {}

  /**
   * Waits until the plunger has rested for three seconds, then judges when that began.
   *
   * @param causeNs when its cause was there, monotonic ns
   * @param limit what is promised
   */
  static void within(Duration limit, long causeNs, Path truthFile) {
    long deadlineNs = causeNs + limit.toNanos();
    await("three seconds of rest in the truth")
        .atMost(Tenuto.LONG)
        .until(
            () -> {
              Truth truth = Truth.read(truthFile);
              long since = truth.lastMoving().map(Truth.Moment::monoNs).orElse(0L);
              return truth.last().monoNs() > Math.max(since, causeNs) + STAYS_NS;
            });
    Truth truth = Truth.read(truthFile);
    long lastMovingNs = truth.lastMoving().orElseThrow().monoNs();
    System.out.printf("at rest after %d ms%n", (lastMovingNs - causeNs) / 1_000_000);
    long gapNs = truth.longestGapNs(causeNs, lastMovingNs);
    if (lastMovingNs > deadlineNs && gapNs > STALL_NS) {
      abort("not judged: the machine held up the simulator for " + gapNs / 1_000_000 + " ms");
    }
    assertThat(lastMovingNs)
        .as("last motion, ns; %d ms after the cause", (lastMovingNs - causeNs) / 1_000_000)
        .isLessThanOrEqualTo(deadlineNs);
  }

  /** Nothing has moved since a moment, and the simulator has lived on. */
  static void since(long monoNs, Path truthFile) {
    Truth truth = Truth.read(truthFile);
    assertThat(truth.last().monoNs()).isGreaterThan(monoNs);
    assertThat(truth.anyAfter(monoNs, Truth.Moment::moving)).as("motion").isFalse();
  }
}
