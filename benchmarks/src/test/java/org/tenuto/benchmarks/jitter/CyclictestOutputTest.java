package org.tenuto.benchmarks.jitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CyclictestOutputTest {

  private static final List<String> REST =
      List.of("# Max Latencies: 00002", "# Histogram Overflows: 00000");

  private static List<String> example() throws IOException {
    try (InputStream text =
        CyclictestOutputTest.class.getResourceAsStream("cyclictest-h10.txt")) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .toList();
    }
  }

  @Test
  void itsHistogramIsRead() throws IOException {
    CyclictestOutput output = CyclictestOutput.parse(example());

    assertThat(output.counts()).containsExactly(0L, 0L, 2L, 5L, 1L, 0L, 0L, 0L, 1L, 0L);
    assertThat(output.overflows()).isEqualTo(1);
    assertThat(output.longestUs()).isEqualTo(3_200);
  }

  @Test
  void whatIsBeyondItIsAsLateAsTheLatestAndHidOthers() throws IOException {
    CyclictestOutput output = CyclictestOutput.parse(example());
    Histogram errors = output.errors();

    // 9 in the histogram, one of 3.2 ms, and those of 2.2 and 1.2 ms that it hid
    assertThat(errors.getTotalCount()).isEqualTo(12);
    assertThat(errors.getValueAtPercentile(50)).isBetween(3_000L, 3_002L);
    assertThat(errors.getMaxValue()).isBetween(3_200_000L, 3_202_000L);
    assertThat(output.missed()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"000001 5, 0 us", "000000 5 7, 0 us", "abc 5, one number", "000000 x, one number"})
  void aLineThatIsNoneOfItsIsNamed(String line, String expected) {
    List<String> lines = List.of(line, REST.get(0), REST.get(1));

    assertThatThrownBy(() -> CyclictestOutput.parse(lines))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(line)
        .hasMessageContaining(expected);
  }

  @Test
  void anOutputWithoutItIsRefused() {
    assertThatThrownBy(() -> CyclictestOutput.parse(List.of("Unable to change scheduling policy!")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'Unable to change scheduling policy!'");
    assertThatThrownBy(() -> CyclictestOutput.parse(List.of("000000 1", REST.get(0))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no histogram");
  }
}
