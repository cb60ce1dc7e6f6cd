package org.tenuto.benchmarks.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KernelCostTest {

  private static final String PROCESS = "12 (a) b) S 1 12 12 0 -1 4194560 345 9 67 8 100 50 0 0 20";

  private static final List<String> PROCESSORS =
      List.of(
          "cpu  10 0 0 0 0 0 0 99 0 0",
          "cpu0 10 0 0 0 0 0 0 4 0 0",
          "cpu1 10 0 0 0 0 0 0 7 0 0",
          "cpu10 10 0 0 0 0 0 0 8 0 0");

  @Test
  void faultsAreTheProcessesAndStealIsTheProcessors() {
    assertThat(KernelCost.of(PROCESS, PROCESSORS, 1)).isEqualTo(new KernelCost(345, 67, 70));
    assertThat(KernelCost.of(PROCESS, PROCESSORS, 3).stealMs()).isZero();
  }

  @Test
  void whatIsToldIsWhatWasAdded() {
    var before = new KernelCost(300, 60, 20);
    var later = new KernelCost(345, 67, 70);

    assertThat(later.since(before)).isEqualTo(new KernelCost(45, 7, 50));
    assertThat(later.since(before).plus(before)).isEqualTo(later);
  }
}
