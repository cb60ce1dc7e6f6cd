package org.tenuto.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A station that dies while it writes the intent of a start, which is then on record (seed 5) or
 * not (seed 1): nothing is started by it, the next one settles what is open, and staff start again.
 */
class DyingStationTest {

  /** Staff hold Start at 6.001 s; the next thing that is written is its intent. */
  private static final String FAULT = "disk-death@6002ms";

  @ParameterizedTest
  @ValueSource(longs = {1, 5})
  void startsNothingAndIsSettled(long seed) {
    SessionPlan plan = Runs.shortPlan(seed, FAULT);
    SessionResult result = Runs.run(plan);
    assertThat(result.violations()).isEmpty();
    assertThat(result.outcome()).isEqualTo("COMPLETE");
    List<String> starts =
        Runs.trace(plan)
            .lines()
            .filter(line -> line.contains("holds Start") || line.contains("ProgramSent"))
            .map(line -> line.contains("holds") ? "pressed" : "started")
            .toList();
    assertThat(starts).containsExactly("pressed", "pressed", "started");
  }

  /** Death is no error that the station could tell of: nobody asked for the delivery to end. */
  @ParameterizedTest
  @ValueSource(longs = {1, 5})
  void doesNotStopADeliveryItself(long seed) {
    String trace = Runs.trace(Runs.shortPlan(seed, "disk-death@9s"));
    assertThat(trace).contains("INFUSING to PAUSED, STATION_SILENT").doesNotContain("HaltTaken");
  }
}
