package org.tenuto.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Mistakes that a maintainer could make, put into the controller's own code one at a time: the
 * storm finds each within a thousand seeds, by the oracle whose promise it breaks. Without it the
 * same seed keeps every promise.
 */
class PlantedBugsTest {

  /** Safety is what they break; whether every order comes to its end is not asked. */
  private static final Budget BUDGET = Budget.UNLIMITED;

  private static final long SEEDS = 1_000;

  /** Seeds before it find some of them too: it is where each is found within a minute. */
  private static final long FIRST_SEED = 20;

  @ParameterizedTest
  @CsvSource({
    "catch-up-burst, RateHolds",
    "whole-phase-again, NeverMoreThanOrdered",
    "last-flow-lost, BracketHolds",
    "silent-while-paused, HeardUnlessPaused",
    "rest-by-at-least, NeverMoreThanOrdered"
  })
  void isFound(String name, String oracle, @TempDir Path classes)
      throws IOException, InterruptedException {
    var planted = new PlantedController(Patch.named(name), classes);
    JsonNode storm = planted.storm(FIRST_SEED, FIRST_SEED + SEEDS - 1, BUDGET);

    JsonNode failure = storm.path("failure");
    System.out.printf(
        "planted %s: found by seed %s after %s sessions, %s s: %s%n",
        name,
        failure.path("seed"),
        storm.path("sessions"),
        storm.path("wall_s"),
        failure.path("violations"));
    assertThat(failure.path("violations").findValuesAsText("oracle")).contains(oracle);
    assertThat(withoutIt(failure.path("seed").asLong()).violations()).isEmpty();
  }

  private static SessionResult withoutIt(long seed) {
    return Runs.run(SessionPlan.draw(seed, BUDGET, Runs.SITE.library()));
  }
}
