package org.tenuto.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.measure.Allocation;

/** The kernel's counters, from the kernel of this machine and from files of another. */
class KernelCountersTest {

  @TempDir private Path root;

  private final KernelSample sample = new KernelSample();

  @Test
  void countsThisThread() throws IOException {
    try (var counters = new KernelCounters(Path.of("/"), KernelCounters.callingTask(), 0)) {
      counters.read(sample);
      assertThat(sample.stealMs).isNotNegative();
      assertThat(sample.majorFaults).isNotNegative();
      assertThat(sample.preempted).isNotNegative();
      long sleptBefore = sample.slept;
      for (int i = 0; i < 20; i++) {
        LockSupport.parkNanos(100_000);
      }
      counters.read(sample);
      assertThat(sample.slept).isGreaterThan(sleptBefore);
    }
  }

  @Test
  void allocatesNothing() throws IOException {
    try (var counters = new KernelCounters(Path.of("/"), KernelCounters.callingTask(), 0)) {
      Allocation.assertNone(() -> counters.read(sample));
    }
  }

  @Test
  void readsEveryFigureAnew() throws IOException {
    put("proc/self/cgroup", "0::/tenuto\n");
    put("proc/stat", "cpu  9 9 9 9 9 9 9 99\ncpu3 1 2 3 4 5 6 7 8 0 0\n");
    put("proc/1/task/2/stat", "2 (loop) S 1 1 1 0 -1 1 100 0 7 0 \n");
    put("proc/1/task/2/status", "voluntary_ctxt_switches:\t5\nnonvoluntary_ctxt_switches:\t6\n");
    put("proc/vmstat", "pswpin 40\npswpout 50\n");
    put("sys/fs/cgroup/tenuto/cpu.stat", "usage_usec 1\nnr_throttled 3\n");
    try (var counters = new KernelCounters(root, "1/task/2", 3)) {
      counters.read(sample);
      assertThat(figures()).containsExactly(80, 7, 3, 40, 5, 6);
      put("proc/stat", "cpu3 1 2 3 4 5 6 7 17 0 0\n");
      counters.read(sample);
      assertThat(figures()).containsExactly(170, 7, 3, 40, 5, 6);
    }
  }

  @Test
  void whatTheKernelDoesNotTellIsUnknown() throws IOException {
    try (var counters = new KernelCounters(root, "1/task/2", 3)) {
      counters.read(sample);
      assertThat(figures()).containsOnly(ProcText.UNKNOWN);
    }
  }

  private long[] figures() {
    return new long[] {
      sample.stealMs,
      sample.majorFaults,
      sample.throttled,
      sample.swappedIn,
      sample.slept,
      sample.preempted
    };
  }

  private void put(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
