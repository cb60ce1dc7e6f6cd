package org.tenuto.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tenuto.simulator.boundary.Tripwire;
import org.tenuto.simulator.boundary.WriteEnd;
import org.tenuto.simulator.fault.FaultScript;

/**
 * The station dies in every single write of its record, in every way a write can end, over a whole
 * infusion, and again in the writes of the one that comes after. Each time the chain is whole, the
 * truth lies between what is on record, what was open is closed, and what was published is what is
 * on record. Every fifth write; {@code -Dtenuto.crash.step=1} takes every one.
 */
class CrashSweepTest {

  private static final long STEP = Long.getLong("tenuto.crash.step", 5);

  /** Writes of the next station that die too: its beginning, the first round, the settlement. */
  private static final int AGAIN = 4;

  /**
   * The writes of the last seconds of a session, one a second: a station is started again 5 s after
   * its death, and by then the session is over.
   */
  private static final int LAST = 6;

  private static final long SEED = 1;

  private static SessionPlan plan(WriteEnd end) {
    // Nobody goes on with half a record, so such a session only has to be safe.
    return new SessionPlan(
        SEED,
        Wish.usual(Runs.SITE.library(), "DEMO-1MIN"),
        Habits.BY_THE_BOOK,
        false,
        FaultScript.parse(""),
        end == WriteEnd.TORN ? Budget.UNLIMITED : Budget.SURVIVABLE);
  }

  /** How often the record is written in a session in which nothing goes wrong. */
  private static long writes;

  @BeforeAll
  static void count() {
    Tripwire counting = Tripwire.never();
    assertThat(Runs.run(plan(WriteEnd.FULL), counting).outcome()).isEqualTo("COMPLETE");
    writes = counting.writes();
    assertThat(writes).isGreaterThan(60);
  }

  @ParameterizedTest
  @EnumSource
  void whereverAWriteGoesWrongEveryPromiseIsKept(WriteEnd end) {
    LongStream.iterate(1, n -> n <= writes, n -> n + STEP)
        .parallel()
        .forEach(n -> run(Map.of(n, end), end));
  }

  /** The next station dies in its own first writes, before it has settled anything. */
  @Test
  void aStationThatDiesAgainWhileItRecoversLosesNothing() {
    LongStream.iterate(1, n -> n <= writes - LAST, n -> n + 2 * STEP + 1)
        .parallel()
        .forEach(
            n -> {
              for (int again = 1; again <= AGAIN; again++) {
                WriteEnd second = again % 2 == 0 ? WriteEnd.DIES_BEFORE : WriteEnd.DIES_WRITTEN;
                run(Map.of(n, WriteEnd.DIES_WRITTEN, n + again, second), second);
                run(Map.of(n, WriteEnd.DIES_BEFORE, n + again, WriteEnd.POWER_LOST), second);
              }
            });
  }

  private static void run(Map<Long, WriteEnd> ends, WriteEnd last) {
    Tripwire tripwire = Tripwire.atWrites(ends);
    SessionResult result = Runs.run(plan(last), tripwire);
    long reached = ends.keySet().stream().mapToLong(n -> n).max().orElse(0);
    assertThat(result.violations()).as("%s, %s", ends, result.outcome()).isEmpty();
    assertThat(tripwire.writes()).as("%s", ends).isGreaterThanOrEqualTo(reached);
  }
}
