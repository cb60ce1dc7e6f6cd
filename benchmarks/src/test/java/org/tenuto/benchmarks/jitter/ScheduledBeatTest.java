package org.tenuto.benchmarks.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ScheduledBeatTest {

  /** Was due so long ago. */
  private record Overdue(long ns) implements Delayed {

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(-ns, TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
  }

  @Test
  void itsErrorIsTheSchedulersOwn() {
    List<Long> errorsNs = new ArrayList<>();
    List<Long> deadlinesNs = new ArrayList<>();
    var beat =
        new ScheduledBeat(
            (deadlineNs, errorNs) -> {
              deadlinesNs.add(deadlineNs);
              errorsNs.add(errorNs);
            });
    beat.run(); // not known yet
    beat.begins(new Overdue(1_700));
    long beforeNs = System.nanoTime();
    beat.run();
    long afterNs = System.nanoTime();

    assertThat(errorsNs).containsExactly(1_700L);
    assertThat(deadlinesNs.getFirst()).isBetween(beforeNs - 1_700, afterNs - 1_700);
  }
}
