package org.tenuto.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session runs to its end, always the same way. */
class SessionTest {

  private static final String MANY =
      "serial-loss@20s+300ms:40;station-killed@30s+6s;key-bounce@25s:3;disk-slow@40s+5s:50;"
          + "broker-down@10s+20s;wall-step@45s:5000;executor-stall@50s+200ms";

  @Test
  void anOrderIsCompletedAndTheMotorPushedWhatWasOrdered() {
    SessionResult result = Runs.run(Runs.shortPlan(1, ""));

    assertThat(result.violations()).isEmpty();
    assertThat(result.outcome()).isEqualTo("COMPLETE");
    assertThat(result.pushedNl()).isBetween(699_800L, 700_000L); // one microstep is 118 nL
    assertThat(result.infusingNs()).isBetween(59_000_000_000L, 61_500_000_000L);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 23})
  void theSamePlanGivesTheSameTraceByteForByte(long seed) {
    assertThat(Runs.trace(Runs.shortPlan(seed, MANY)))
        .isEqualTo(Runs.trace(Runs.shortPlan(seed, MANY)))
        .contains("station-killed");
  }

  @Test
  void anotherSeedGivesAnotherTrace() {
    assertThat(Runs.run(Runs.shortPlan(1, MANY)).traceHash())
        .isNotEqualTo(Runs.run(Runs.shortPlan(2, MANY)).traceHash());
  }

  @Test
  void theHashIsThatOfTheTraceThatIsRead() throws Exception {
    SessionPlan plan = Runs.shortPlan(3, "");
    byte[] trace = Runs.trace(plan).getBytes(StandardCharsets.UTF_8);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(trace);

    assertThat(Runs.run(plan).traceHash()).isEqualTo(HexFormat.of().formatHex(hash));
  }

  @Test
  void anOrderThatCanNotComeToItsEndIsAFinding() {
    // Somebody leaves for good: nobody completes it, nobody says why.
    SessionResult result = Runs.run(Runs.shortPlan(1, "page-closed@15s+600min"));

    assertThat(result.violations())
        .singleElement()
        .satisfies(found -> assertThat(found.oracle()).isEqualTo("EndsOrSaysWhy"));
  }
}
