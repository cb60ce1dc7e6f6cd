package org.tenuto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.tenuto.infusion.InfusionState;

/** What is measured is a running device, and it allocates nothing: judged without JMH. */
class BenchDeviceTest {

  private static final int CYCLES = 20_000;
  private static final int WINDOWS = 10;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private long allocatedBy(Runnable run) {
    long before = threads.getCurrentThreadAllocatedBytes();
    run.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  /**
   * Bytes of twenty seconds of cycles, with polls and beats in it: the least of ten windows. The
   * JVM books a few bytes to a thread now and then while it compiles; what the cycle allocates, it
   * allocates in every window.
   */
  private long steadyBytes(BenchDevice device) {
    long leastBytes = Long.MAX_VALUE;
    for (int window = 0; window < WINDOWS && leastBytes > 0; window++) {
      leastBytes = Math.min(leastBytes, allocatedBy(() -> cycle(device)));
    }
    device.requireSteady();
    return leastBytes;
  }

  private static void cycle(BenchDevice device) {
    for (int i = 0; i < CYCLES; i++) {
      device.cycle();
    }
  }

  @Test
  void infusingAllocatesNothing() {
    BenchDevice device = BenchDevice.infusing(new Orders());

    assertThat(steadyBytes(device)).isZero();
    assertThat(device.state()).isEqualTo(InfusionState.INFUSING);
  }

  @Test
  void infusingThroughTheLinkAllocatesNothing() throws IOException {
    try (SharedLink link = SharedLink.open()) {
      BenchDevice device = BenchDevice.infusing(new Orders(), link);

      assertThat(steadyBytes(device)).isZero();
      assertThat(device.state()).isEqualTo(InfusionState.INFUSING);
    }
  }

  @Test
  void idleAllocatesNothing() {
    BenchDevice device = BenchDevice.idle(new Orders());

    assertThat(steadyBytes(device)).isZero();
    assertThat(device.state()).isEqualTo(InfusionState.IDLE);
  }

  @Test
  void anAllocationWouldBeSeen() {
    Object[] kept = new Object[CYCLES];
    long bytes =
        allocatedBy(
            () -> {
              for (int i = 0; i < CYCLES; i++) {
                kept[i] = new Object();
              }
            });

    assertThat(bytes).isGreaterThanOrEqualTo(CYCLES * 8L);
  }

  @Test
  void theEndOfTheOrderIsNoSteadyState() {
    BenchDevice device = BenchDevice.infusing(new Orders());
    for (int second = 0; second < 6_000; second++) {
      for (int i = 0; i < 1_000; i++) {
        device.cycle();
      }
    }

    assertThatThrownBy(device::requireSteady).hasMessageContaining("expected INFUSING");
  }
}
