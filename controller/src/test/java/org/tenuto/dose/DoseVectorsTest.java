package org.tenuto.dose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.Concentration;
import org.tenuto.quantity.DosePerWeight;
import org.tenuto.quantity.InfusionTime;
import org.tenuto.quantity.Ratio;

/** The exact figures against vectors from rational arithmetic, printed to nine decimals. */
class DoseVectorsTest {

  static List<String> doseRates() throws IOException {
    return rows("dose_rate_vectors.csv");
  }

  static List<String> doseRatesByTheHour() throws IOException {
    return rows("mgkgh_vectors.csv");
  }

  @Test
  void vectorsAreThere() throws IOException {
    assertThat(doseRates()).hasSize(160);
    assertThat(doseRatesByTheHour()).hasSize(36);
  }

  @ParameterizedTest
  @MethodSource("doseRates")
  void doseOverATime(String row) {
    String[] f = row.split(",", -1);
    ExactDose exact =
        DoseCalculator.exact(
            BodyWeight.parse("weight", f[0] + "kg"),
            DosePerWeight.parse("dose", f[1] + "mg/kg"),
            InfusionTime.parse("duration", f[2] + "min"),
            Concentration.parse("concentration", f[3] + "mg/mL"));
    assertThat(exact.totalMg()).isEqualByComparingTo(f[4]);
    assertFigure(exact.volumeMl(), f[5]);
    assertFigure(exact.rateMlPerH(), f[6]);
    assertFigure(exact.doseRateMgPerKgPerH(), f[7]);
    assertFigure(exact.doseRateMcgPerKgPerMin(), f[8]);
  }

  @ParameterizedTest
  @MethodSource("doseRatesByTheHour")
  void aDoseRateIsADoseOverAnHour(String row) {
    String[] f = row.split(",", -1);
    ExactDose exact =
        DoseCalculator.exact(
            BodyWeight.parse("weight", f[0] + "kg"),
            DosePerWeight.parse("dose", f[1] + "mg/kg"),
            new InfusionTime(3600),
            Concentration.parse("concentration", f[2] + "mg/mL"));
    assertFigure(exact.doseRateMcgPerKgPerMin(), f[3]);
    assertThat(exact.totalMg()).isEqualByComparingTo(f[4]);
    assertFigure(exact.rateMlPerH(), f[5]);
  }

  private static void assertFigure(Ratio figure, String printed) {
    assertThat(figure.nearest(9)).isEqualByComparingTo(printed);
    // Where the print has fewer than nine decimals it is the whole figure.
    if (new BigDecimal(printed).scale() < 9) {
      assertThat(figure.compareTo(new BigDecimal(printed))).isZero();
    }
  }

  private static List<String> rows(String file) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    DoseVectorsTest.class.getResourceAsStream("/vectors/" + file)),
                StandardCharsets.UTF_8))) {
      return in.lines().skip(1).toList();
    }
  }
}
