package org.tenuto.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.simulator.world.Line;
import org.tenuto.simulator.world.Syringe;

/** When a line of truth is written. */
class TruthFileTest {

  private static final long NS_PER_MS = 1_000_000;

  @TempDir Path dir;

  @Test
  void isTenHertzOnItsGridWithoutMakingUpWhatWasMissed() throws IOException {
    Path file = dir.resolve("truth.jsonl");
    Syringe syringe = new Syringe(26_600, 212_600, Line.USUAL);
    try (TruthFile truth = new TruthFile(file, 0)) {
      for (long ms : new long[] {3, 99, 100, 101, 199, 205, 520, 599, 600}) {
        truth.note(syringe, ms * NS_PER_MS);
      }
      // On file before it is closed: a killed simulator leaves it there.
      assertThat(Files.readAllLines(file))
          .extracting(line -> line.replaceAll("\\D*(\\d+)000000,.*", "$1"))
          .containsExactly("3", "100", "205", "520", "600");
    }
    assertThat(Files.readAllLines(file).getFirst())
        .isEqualTo(
            "{\"mono_ns\":3000000,\"delivered_nl\":0,\"motor_moving\":false,\"pressure_pa\":0}");
  }
}
