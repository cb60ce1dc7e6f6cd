package org.tenuto.simulator.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An hour of flow samples at 5 mL/h, and the trumpet curve that was worked out of it elsewhere. */
class FlowErrorVectorsTest {

  private static final double SET_ML_PER_H = 5;

  /** 1e-12 of the value. */
  private static final double PERCENT = 1e-10;

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 2, 5, 11, 19, 31})
  void agreesWithTheReference(double windowMin) throws IOException {
    FlowError error = FlowError.of(samples(), SET_ML_PER_H, windowMin);

    String[] expected = expected(windowMin);
    assertThat(error.windowMin()).isEqualTo(windowMin);
    assertThat(error.windows()).isEqualTo(Integer.parseInt(expected[1]));
    assertClose(error.maxPercent(), expected[2]);
    assertClose(error.minPercent(), expected[3]);
  }

  @Test
  void theOverallErrorAgreesToo() throws IOException {
    String[] expected = rows("trumpet_expected.csv").getLast();

    assertThat(expected[0]).isEqualTo("A_overall");
    assertClose(FlowError.overallPercent(samples(), SET_ML_PER_H), expected[2]);
  }

  private static String[] expected(double windowMin) throws IOException {
    List<String[]> rows = rows("trumpet_expected.csv");
    return rows.subList(0, rows.size() - 1).stream()
        .filter(row -> Double.parseDouble(row[0]) == windowMin)
        .findFirst()
        .orElseThrow();
  }

  private static FlowSamples samples() throws IOException {
    return FlowSamples.of(
        rows("trumpet_input.csv").stream()
            .mapToDouble(row -> Double.parseDouble(row[2]))
            .toArray());
  }

  private static void assertClose(double actual, String expected) {
    assertThat(actual).isCloseTo(Double.parseDouble(expected), withinPercentage(PERCENT));
  }

  private static List<String[]> rows(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(FlowErrorVectorsTest.class.getResourceAsStream(file), file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines().skip(1).map(line -> line.split(",", -1)).toList();
    }
  }
}
