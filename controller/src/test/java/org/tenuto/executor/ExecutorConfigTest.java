package org.tenuto.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.config.ConfigException;
import org.tenuto.control.check.CheckThresholds;
import org.tenuto.control.check.Threshold;

class ExecutorConfigTest {

  private static final String REST =
      """
      [link]
      dir = "link"
      [pump]
      model = "ne1000"
      line = "/dev/ttyUSB0"
      [library]
      files = ["a.toml"]
      trusted_keys = ["a.pem"]
      """;

  @TempDir private Path dir;

  private CheckThresholds checks(String toml) throws IOException, ConfigException {
    Path file = Files.writeString(dir.resolve("executor.toml"), REST + toml);
    return ExecutorConfig.read(file).checks();
  }

  @Test
  void withoutATableTheUsualThresholdsHold() throws Exception {
    CheckThresholds checks = checks("");
    for (Threshold threshold : Threshold.values()) {
      assertThat(checks.get(threshold)).isEqualTo(threshold.usual());
    }
  }

  @Test
  void aThresholdIsTakenWithinItsRange() throws Exception {
    CheckThresholds checks = checks("[checks]\npressure_pa = 24000\nair_ul = 10\n");
    assertThat(checks.get(Threshold.PRESSURE_PA)).isEqualTo(24_000);
    assertThat(checks.get(Threshold.AIR_UL)).isEqualTo(10);
    assertThat(checks.get(Threshold.EMPTY_UL)).isEqualTo(500);
    assertThat(checks.valid()).isTrue();
  }

  @Test
  void whatIsOutOfRangeOrUnknownIsNamedInOneLineEach() {
    assertThatThrownBy(() -> checks("[checks]\nair_ul = 201\nreading_age_ms = 0\nair = 1\n"))
        .isInstanceOf(ConfigException.class)
        .message()
        .satisfies(
            m ->
                assertThat(m.lines())
                    .containsExactlyInAnyOrder(
                        dir
                            + "/executor.toml: checks.air_ul = 201: expected a whole number from"
                            + " 10 to 200",
                        dir
                            + "/executor.toml: checks.reading_age_ms = 0: expected a whole number"
                            + " from 200 to 500",
                        dir + "/executor.toml: checks.air = 1: expected no such key"));
  }
}
