package org.tenuto.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing of a session is left when it is over. */
class MemoryTest {

  private static final int SESSIONS = Integer.getInteger("tenuto.sessions", 150);
  private static final int ROUNDS = 3;

  /** What caches and profiles of the machine itself may still grow by. */
  private static final long SLACK_BYTES = 3_000_000;

  @Test
  void memoryIsFlatOverManySessions() {
    String faults = "station-killed@20s+2s;executor-killed@30s+1s;disk-full@40s+5s";
    List<Long> used = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      for (long seed = 0; seed < SESSIONS / ROUNDS; seed++) {
        SessionResult _ = Runs.run(Runs.shortPlan(seed, seed % 2 == 0 ? "" : faults));
      }
      used.add(usedAfterCollection());
    }
    System.out.println("heap in use after each round of " + SESSIONS / ROUNDS + ": " + used);

    // The first round is for what is loaded once.
    assertThat(used.getLast()).isLessThan(used.get(1) + SLACK_BYTES);
  }

  private static long usedAfterCollection() {
    var memory = ManagementFactory.getMemoryMXBean();
    for (int i = 0; i < 3; i++) {
      memory.gc();
    }
    return memory.getHeapMemoryUsage().getUsed();
  }
}
