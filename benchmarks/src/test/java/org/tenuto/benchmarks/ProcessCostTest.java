package org.tenuto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessCostTest {

  private static final String STAT =
      "7 (odd ) name) S 1 7 7 0 -1 4194560 1 0 0 0 250 50 0 0 20 0 9 0 77";

  @Test
  void aNameMayHoldWhatSeparates() {
    ProcessCost cost =
        ProcessCost.of(STAT, List.of("Name:\tx", "VmRSS:\t  2048 kB", "Threads:\t9"));
    assertThat(cost).isEqualTo(new ProcessCost(300, 9, 2_048));
    assertThat(cost.since(new ProcessCost(100, 1, 1))).isEqualTo(new ProcessCost(200, 9, 2_048));
    assertThat(cost.percent(10)).isEqualTo(30);
  }

  @Test
  void thisProcessHasACost() throws IOException {
    ProcessCost cost = ProcessCost.of(ProcessHandle.current().pid());
    assertThat(cost.cpuTicks()).isPositive();
    assertThat(cost.threads()).isPositive();
    assertThat(cost.residentKb()).isPositive();
  }
}
