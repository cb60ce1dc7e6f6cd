package org.tenuto.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page says what the code does; told to, this test writes it anew. */
class AlarmsDocTest {

  private static final Path PAGE = Path.of("..", "docs", "alarms.md");

  private static final String REGENERATE =
      "./mvnw verify -pl controller -am -Dtest=AlarmsDocTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dtenuto.regenerate=true";

  @Test
  void whatItSaysOfDeathsIsShownByTestsThatExist() {
    assertThat(Deaths.missingTests()).isEmpty();
  }

  @Test
  void thePageIsWhatTheCodeSays() throws IOException {
    String expected = AlarmsDoc.text(REGENERATE);
    if (Boolean.getBoolean("tenuto.regenerate")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(PAGE)
        .as("to write it anew: %s", REGENERATE)
        .exists()
        .usingCharset("UTF-8")
        .hasContent(expected);
  }
}
