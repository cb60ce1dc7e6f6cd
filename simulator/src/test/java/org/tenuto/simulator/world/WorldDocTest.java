package org.tenuto.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The page says what the code does; told to, this test writes it anew. */
class WorldDocTest {

  private static final Path PAGE = Path.of("..", "docs", "world.md");

  private static final String REGENERATE =
      "./mvnw verify -pl simulator -am -Dtest=WorldDocTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dtenuto.regenerate=true";

  @Test
  void thePageIsWhatTheCodeSays() throws IOException {
    String expected = WorldDoc.text(REGENERATE);
    if (Boolean.getBoolean("tenuto.regenerate")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(PAGE)
        .as("to write it anew: %s", REGENERATE)
        .exists()
        .usingCharset("UTF-8")
        .hasContent(expected);
  }

  /** Force over area, and what compliance holds at that pressure. */
  @Test
  void anNe1000InAClosedLineGivesWhatForceAreaAndComplianceSay() {
    var run = new ClosedLine("52.50", 1.2);
    double forceN = Drive.usual(212_600).forceAtN(94.47);
    double stallPa = (forceN - 6) / 555.716e-6;
    assertThat(run.stallPa).isCloseTo(stallPa, Percentage.withPercentage(0.1));
    double bolusMl = 1.25 * (stallPa - 1_333) / 1e5;
    assertThat(run.bolusMl).isCloseTo(bolusMl, Percentage.withPercentage(0.5));
    double risePa = stallPa - 1_333 - 52.5 * 66.661;
    assertThat(run.stalledAfterS)
        .isCloseTo(1.25 * risePa / 1e5 / 52.5 * 3_600, Percentage.withPercentage(1));
  }
}
