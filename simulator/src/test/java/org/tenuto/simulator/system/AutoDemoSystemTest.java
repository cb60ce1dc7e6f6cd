package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo as people use it: by itself, and ended by Ctrl-C. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AutoDemoSystemTest {

  private static final long ORDERED_NL = 700_000;

  /** One step of the pump's volume display at this volume, 1 uL. */
  private static final long INCREMENT_NL = 1_000;

  @TempDir private Path dir;

  @Test
  void runsAWholeInfusionAndJudgesIt() throws Exception {
    try (DemoProcess demo = DemoProcess.start(dir, "--auto")) {
      Tenuto.Ended ended = demo.awaitEnd();
      assertThat(ended.exitCode()).as("%s", ended).isZero();
      assertThat(ended.out())
          .anyMatch(line -> line.contains("0.7 mg, 0.7 mL, 42 mL/h, 0.6 mg/kg/h, pump 42.00MH"))
          .anyMatch(line -> line.matches("demo: truth \\d+ nL, ordered 700000 nL, ledger .*"))
          .anyMatch(line -> line.matches("demo: journal: \\d+ records, chain verified"))
          .anyMatch(line -> line.matches("demo: MQTT: events 1 to \\d+ received"))
          .anyMatch(line -> line.startsWith("demo: passed: "));
      demo.requireNoneLeft();
      Truth.Moment end = Truth.read(demo.truth()).last();
      assertThat(end.moving()).isFalse();
      assertThat(end.deliveredNl())
          .isBetween(ORDERED_NL - ORDERED_NL / 1_000, ORDERED_NL + INCREMENT_NL);
      requireReplay(demo.journal());
    }
  }

  @Test
  void ctrlCWhileInfusingLeavesNothingRunning() throws Exception {
    try (DemoProcess demo = DemoProcess.start(dir, "--orders-only")) {
      assertThat(demo.names()).containsExactly("executor", "monitor", "simulator", "station");
      new Ward(demo.stationUrl()).infuse(Ward.USUAL_ORDER, demo.truth());
      demo.interrupt();
      demo.awaitEnd();
      demo.requireNoneLeft();
      assertThat(Truth.read(demo.truth()).last().moving()).as("the motor moves").isFalse();
      Tenuto.Ended verified = Tenuto.run(dir, "journal", "verify", demo.journal().toString());
      assertThat(verified.exitCode()).as("%s", verified).isZero();
      assertThat(Logbook.read(demo.journal()).has("StationStopped")).isTrue();
      requireReplay(demo.journal());
    }
  }

  /** From the record alone the executor decides the same again, to the last bit. */
  private void requireReplay(Path journal) throws Exception {
    Tenuto.Ended replayed = Tenuto.run(dir, "replay", journal.toString());
    assertThat(replayed.exitCode()).as("%s", replayed).isZero();
    assertThat(replayed.out()).last().isEqualTo("every decision the same");
  }
}
