package org.tenuto.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.measure.Allocation;

/** From a late wake-up to the line that says why, in virtual time. */
class StallReporterTest {

  private static final long MS = 1_000_000;
  private static final long SECOND = 1_000 * MS;

  private final List<String> log = new ArrayList<>();
  private final KernelSample kernel = new KernelSample();
  private long nowNs = 5 * SECOND;
  private long nextLatenessNs;
  private long deadlineNs = nowNs;
  private final StallMarker marker =
      new StallMarker(untilNs -> nowNs = untilNs + nextLatenessNs, () -> nowNs);

  @BeforeEach
  void kernelTellsAll() {
    kernel.stealMs = 0;
    kernel.majorFaults = 0;
    kernel.throttled = 0;
    kernel.swappedIn = 0;
    kernel.slept = 0;
    kernel.preempted = 0;
  }

  @Test
  void saysHowLongWhenAndWhatTheKernelKnows() {
    StallReporter reporter = reporter();
    cycles(10, 0);
    kernel.stealMs += 90;
    kernel.slept += 11;
    kernel.preempted += 2;
    cycles(1, 120 * MS);
    reporter.look(nowNs);
    assertThat(log)
        .containsExactly(
            "stall: 120 ms at cycle 131, asleep, steal 90 ms, 0 major faults, throttled 0, swapped in 0,"
                + " preempted 2, slept 11, counted over 131 ms");
  }

  /** Late, but the cycle was not skipped: no stall. */
  @Test
  void aWakeUpWithinItsPeriodIsNone() {
    StallReporter reporter = reporter();
    cycles(1, MS - 1);
    for (int i = 0; i < 20; i++) {
      cycles(100, MS - 1);
      reporter.look(nowNs);
    }
    assertThat(log).isEmpty();
    assertThat(marker.count()).isZero();
    cycles(1, MS);
    assertThat(marker.count()).isEqualTo(1);
  }

  @Test
  void tellsWhatCameWithinASecondTogether() {
    StallReporter reporter = reporter();
    cycles(1, 3 * MS);
    reporter.look(nowNs);
    cycles(1, 4 * MS);
    reporter.look(nowNs);
    cycles(1, 5 * MS);
    reporter.look(nowNs);
    assertThat(log).hasSize(1);
    cycles(1_000, 0);
    reporter.look(nowNs);
    assertThat(log).hasSize(2);
    assertThat(log.getLast()).startsWith("stall: 9 ms in 2 at cycle 15, asleep, ");
  }

  /** The loop came to its sleep when the deadline was over: the cycle took so long. */
  @Test
  void tellsAnOverrunOfTheCycleFromALateWakeUp() {
    StallReporter reporter = reporter();
    cycles(1, 0);
    nowNs = deadlineNs + 4 * MS;
    cycles(1, 3 * MS);
    reporter.look(nowNs);
    assertThat(log.getLast()).contains(", in the cycle, steal");
    cycles(1_000, 0);
    cycles(1, 3 * MS);
    nowNs = deadlineNs + 4 * MS;
    cycles(1, 3 * MS);
    reporter.look(nowNs);
    assertThat(log.getLast()).contains(" in 2 ").contains(", 1 in the cycle, steal");
  }

  @Test
  void countsFromTheLastSampleOnly() {
    StallReporter reporter = reporter();
    kernel.majorFaults = 50;
    cycles(1_500, 0);
    reporter.look(nowNs); // a sample without a stall
    kernel.majorFaults = 53;
    cycles(1, 2 * MS);
    reporter.look(nowNs);
    assertThat(log.getLast()).contains(", 3 major faults,").endsWith("counted over 3 ms");
  }

  @Test
  void unknownIsSaid() {
    kernel.stealMs = ProcText.UNKNOWN;
    kernel.throttled = ProcText.UNKNOWN;
    StallReporter reporter = reporter();
    cycles(1, 2 * MS);
    reporter.look(nowNs);
    assertThat(log.getLast()).contains("steal unknown,").contains("throttled unknown,");
  }

  @Test
  void markingAllocatesNothingAndNeitherDoesLooking() {
    StallReporter reporter = reporter();
    Allocation.assertNone(
        () -> {
          cycles(1, 0);
          reporter.look(nowNs);
        });
    Allocation.assertNone(() -> cycles(1, 7 * MS));
  }

  private StallReporter reporter() {
    return new StallReporter(marker, this::read, log::add, nowNs);
  }

  private void read(KernelSample into) {
    into.stealMs = kernel.stealMs;
    into.majorFaults = kernel.majorFaults;
    into.throttled = kernel.throttled;
    into.swappedIn = kernel.swappedIn;
    into.slept = kernel.slept;
    into.preempted = kernel.preempted;
  }

  /** As the loop does it: the next deadline is the one after the last that went by. */
  private void cycles(int count, long latenessNs) {
    nextLatenessNs = latenessNs;
    for (int i = 0; i < count; i++) {
      deadlineNs += MS;
      marker.sleepUntil(deadlineNs);
      long missed = (marker.nowNs() - deadlineNs) / MS;
      deadlineNs += missed * MS;
    }
  }
}
