package org.tenuto.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.simulator.boundary.Tripwire;
import org.tenuto.simulator.virtual.PumpKind;

/**
 * Mistakes that a maintainer could make, put into the controller's own code one at a time: the
 * storm finds each within a thousand seeds, by the oracle whose promise it breaks. Without it the
 * same seed keeps every promise.
 */
class PlantedBugsTest {

  private static final long SEEDS = 1_000;

  /** Seeds before it find some of them too: it is where each is found within a minute. */
  private static final long FIRST_SEED = 140;

  @ParameterizedTest
  @CsvSource({
    "catch-up-burst, NE1000, UNLIMITED, RateHolds",
    "burst-of-steps, STEPPER, UNLIMITED, RateHolds",
    "missed-volume-again, NE1000, SURVIVABLE, NeverMoreThanOrdered",
    "whole-phase-again, NE1000, UNLIMITED, NeverMoreThanOrdered",
    "last-flow-lost, NE1000, UNLIMITED, BracketHolds",
    "silent-while-paused, NE1000, UNLIMITED, HeardUnlessPaused",
    "rest-by-at-least, NE1000, UNLIMITED, NeverMoreThanOrdered"
  })
  void isFound(String name, PumpKind pump, Budget budget, String oracle, @TempDir Path classes)
      throws IOException, InterruptedException {
    var planted = new PlantedController(Patch.named(name), classes);
    JsonNode storm = planted.storm(FIRST_SEED, FIRST_SEED + SEEDS - 1, budget, pump);

    JsonNode failure = storm.path("failure");
    System.out.printf(
        "planted %s: found by seed %s after %s sessions, %s s: %s%n",
        name,
        failure.path("seed"),
        storm.path("sessions"),
        storm.path("wall_s"),
        failure.path("violations"));
    assertThat(failure.path("violations").findValuesAsText("oracle")).contains(oracle);
    assertThat(withoutIt(failure.path("seed").asLong(), budget, pump).violations()).isEmpty();
  }

  private static SessionResult withoutIt(long seed, Budget budget, PumpKind pump) {
    var site = Site.shipped(pump);
    return new Session(
            site,
            SessionPlan.draw(seed, budget, site.library(), pump),
            Tripwire.never(),
            new Trace(null))
        .run();
  }
}
