package org.tenuto.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tenuto.simulator.boundary.Tripwire;

/**
 * Each single thing the device asks of its edges in a whole session (line, disk, broker) fails once:
 * the first, the second, and so on until the session no longer gets there. Every promise is kept in
 * each, and the order comes to its end or says why it does not. {@code -Dtenuto.sweep.step=1} takes
 * every one, in some minutes.
 */
class SweepTest {

  private static final boolean CI = Boolean.parseBoolean(System.getenv("CI"));

  /** In everyday builds every seventh, in the full run every third. */
  private static final long STEP = Long.getLong("tenuto.sweep.step", CI ? 3 : 7);

  /** More than the judges ask of the record when the session is over. */
  private static final long JUDGES = 1_000;

  @Test
  void whateverSingleOperationFailsEveryPromiseIsKept() {
    SessionPlan plan = Runs.shortPlan(1, "");
    long operations = Runs.run(plan).operations();
    assertThat(operations).isGreaterThan(1_000);

    LongStream.iterate(1, n -> n <= operations, n -> n + STEP)
        .parallel()
        .forEach(n -> failAt(plan, n));

    Tripwire beyond = Tripwire.at(operations + JUDGES);
    assertThat(Runs.run(plan, beyond).outcome()).isEqualTo("COMPLETE");
    assertThat(beyond.reached()).isFalse();
  }

  private static void failAt(SessionPlan plan, long n) {
    Tripwire tripwire = Tripwire.at(n);
    SessionResult result = Runs.run(plan, tripwire);
    assertThat(tripwire.reached()).as("operation %d", n).isTrue();
    assertThat(result.violations()).as("operation %d, %s", n, result.outcome()).isEmpty();
  }
}
