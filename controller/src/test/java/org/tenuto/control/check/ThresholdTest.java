package org.tenuto.control.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThresholdTest {

  @ParameterizedTest
  @EnumSource(Threshold.class)
  void isValidWithinItsRangeAndNotBeyond(Threshold threshold) {
    assertThat(valid(threshold, threshold.usual())).isTrue();
    assertThat(valid(threshold, threshold.lowest())).isTrue();
    assertThat(valid(threshold, threshold.highest())).isTrue();
    assertThat(valid(threshold, threshold.lowest() - 1)).isFalse();
    assertThat(valid(threshold, threshold.highest() + 1)).isFalse();
  }

  private static boolean valid(Threshold threshold, int value) {
    return CheckThresholds.USUAL.with(threshold, value).valid();
  }

  @ParameterizedTest
  @EnumSource(Threshold.class)
  void isInTheTableOfTheConfiguration(Threshold threshold) throws IOException {
    String usual = threshold.usual() == Threshold.OFF ? "off" : "" + threshold.usual();
    String row =
        "| `%s` | %s | %d to %d |"
            .formatted(threshold.key(), usual, threshold.lowest(), threshold.highest());
    assertThat(Files.readString(Path.of("../docs/configuration.md"))).contains(row);
  }

  @Test
  void theUsualOnesAreValid() {
    assertThat(CheckThresholds.USUAL.valid()).isTrue();
    assertThat(CheckThresholds.USUAL.nl(Threshold.AIR_UL)).isEqualTo(200_000);
    assertThat(CheckThresholds.USUAL.ns(Threshold.READING_AGE_MS)).isEqualTo(500_000_000);
  }
}
