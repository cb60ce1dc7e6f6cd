package org.tenuto.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.doctor.Finding.Level;
import org.tenuto.linux.RealTimeThread;
import org.tenuto.linux.Timing;
import org.tenuto.linux.WallClock;
import org.tenuto.linux.WallClock.Discipline;

/** Clocks, wake-ups and the kernel's grants. */
class TimeCheckTest {

  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-11-21T12:00:00.7Z"));
  private static final Discipline NONE = new Discipline(true, false, 16_000_000_000L);

  @TempDir private Path root;

  @Test
  void countsByNearestRank() {
    long[] errorsNs = LongStream.rangeClosed(1, 200).map(i -> 201 - i).toArray();
    assertThat(WakeUpSample.of(errorsNs)).isEqualTo(new WakeUpSample(200, 100, 198, 200));
    assertThat(WakeUpSample.of(new long[] {7})).isEqualTo(new WakeUpSample(1, 7, 7, 7));
  }

  /** After a deadline that went by, lateness counts from the latest one, as in the loop. */
  @Test
  void samplesOnTheGridWithoutCatchingUp() {
    long[] nowNs = {500};
    long[] slept = {0};
    WakeUpSample sample =
        WakeUpSample.take(
            () -> nowNs[0],
            deadlineNs -> {
              slept[0]++;
              long lateNs = slept[0] == 3 ? 2_300 : 10;
              nowNs[0] = deadlineNs + lateNs;
            },
            1_000,
            1,
            4);
    assertThat(slept[0]).isEqualTo(5);
    assertThat(sample).isEqualTo(new WakeUpSample(4, 10, 2_300, 2_300));
    assertThat(nowNs[0]).isEqualTo(500 + 7 * 1_000 + 10); // five periods, two more skipped
  }

  @Test
  void aWholePeriodLateIsASkippedCycle() {
    assertThat(WakeUpCheck.judge(new WakeUpSample(2_000, 50_000, 90_100, 999_999)))
        .isEqualTo(
            Finding.ok(
                "wake-up",
                "sample of 2000 at 1 kHz: late by p50 50.0 us, p99 90.1 us, max 1000.0 us"));
    assertThat(WakeUpCheck.judge(new WakeUpSample(2_000, 1, 1, 1_000_000)).level())
        .isEqualTo(Level.DEGRADED);
  }

  @Test
  void reallySleeps() throws Exception {
    long startNs = System.nanoTime();
    Finding finding = new WakeUpCheck(RealTimeThread.NO_CPU, 300).look();
    assertThat(System.nanoTime() - startNs).isGreaterThan(500_000_000);
    assertThat(finding.found()).startsWith("sample of 300 at 1 kHz: late by p50 ");
  }

  @Test
  void aClockOfTicksIsNoClock() {
    assertThat(ClockCheck.judge(1).level()).isEqualTo(Level.OK);
    assertThat(ClockCheck.judge(4_000_000).level()).isEqualTo(Level.MISSING);
    assertThat(new ClockCheck().look().found()).startsWith("CLOCK_MONOTONIC, resolution ");
  }

  @Test
  void repeatsWhatTheKernelGrants() throws Exception {
    assertThat(RealTimeCheck.judge(new Timing(15, "timing: real time (all)")))
        .isEqualTo(Finding.ok("real time", "real time (all)"));
    Finding refused = RealTimeCheck.judge(new Timing(14, "timing: degraded, no SCHED_FIFO (no)"));
    assertThat(refused.level()).isEqualTo(Level.DEGRADED);
    assertThat(refused.found()).isEqualTo("degraded, no SCHED_FIFO (no)");
    assertThat(new RealTimeCheck(0).look().thing()).isEqualTo("real time");
  }

  /** What is tried ends with the trial: no memory of this process is locked after it. */
  @Test
  void leavesNoMemoryLocked() throws Exception {
    new RealTimeCheck(0).look();
    assertThat(Files.readString(Path.of("/proc/self/status"))).containsPattern("VmLck:\\s+0 kB");
  }

  @Test
  void judgesTheWallClock() throws IOException {
    assertThat(wall(NOW, new Discipline(true, true, 12_345_678)))
        .isEqualTo(
            Finding.ok("wall clock", "2026-11-21T12:00:00Z, synchronised, off by 12 ms at most"));
    assertThat(wall(NOW, NONE).found()).isEqualTo("2026-11-21T12:00:00Z, not synchronised");
    assertThat(wall(NOW, NONE).level()).isEqualTo(Level.DEGRADED);
    assertThat(wall(NOW, new Discipline(false, false, 0)).found()).endsWith(" is unknown");
    assertThat(wall(InstantSource.fixed(Instant.EPOCH), NONE).level()).isEqualTo(Level.MISSING);
    Files.createDirectories(root.resolve("run/systemd/timesync"));
    Files.createFile(root.resolve("run/systemd/timesync/synchronized"));
    assertThat(wall(NOW, NONE).level()).isEqualTo(Level.OK);
  }

  @Test
  void asksTheKernelForItsDiscipline() {
    Discipline discipline = WallClock.discipline();
    assertThat(discipline.known()).isTrue();
    assertThat(discipline.maxErrorNs()).isBetween(0L, 3_600_000_000_000L);
  }

  private Finding wall(InstantSource clock, Discipline kernel) {
    return new WallClockCheck(new KernelFiles(root), clock, () -> kernel).look();
  }
}
