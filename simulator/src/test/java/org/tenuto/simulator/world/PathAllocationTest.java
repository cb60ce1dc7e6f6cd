package org.tenuto.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.simulator.world.Turner.MS;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Letting time pass leaves nothing for the collector. */
class PathAllocationTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 200;
  private static final int STILL_ROUNDS = 5;

  /** Until it is compiled code may allocate; afterwards five rounds in a row must not. */
  @Test
  void aRunningPumpAllocatesNothing() {
    DeliveryPath path = Turner.path(Turner.barrel());
    path.runAt(94_000_000);
    path.letAirIn(100_000);
    long[] nowNs = {0};
    int still = 0;
    for (int round = 0; round < ROUNDS && still < STILL_ROUNDS; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 10_000; i++) {
        nowNs[0] += MS;
        if (i % 8 == 0) {
          path.step(round % 2 == 0);
        }
        path.advance(nowNs[0]);
      }
      still = THREADS.getCurrentThreadAllocatedBytes() == before ? still + 1 : 0;
    }
    assertThat(still).isEqualTo(STILL_ROUNDS);
  }
}
