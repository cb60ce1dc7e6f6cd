package org.tenuto.dose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.Concentration;
import org.tenuto.quantity.InfusionTime;
import org.tenuto.quantity.Ratio;

/** The exact figures against vectors from rational arithmetic, printed to nine decimals. */
class DoseVectorsTest {

  private static final BigDecimal MCG_PER_MG = BigDecimal.valueOf(1000);
  private static final BigDecimal MIN_PER_H = BigDecimal.valueOf(60);

  static List<String> doseRates() throws IOException {
    return VectorFile.rows("dose_rate_vectors.csv");
  }

  static List<String> doseRatesByTheHour() throws IOException {
    return VectorFile.rows("mgkgh_vectors.csv");
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
    ExactDose exact = exact(f[0], f[1] + "mg/kg", f[2] + "min", f[3]);
    assertThat(exact.totalMg().compareTo(new BigDecimal(f[4]))).isZero();
    assertThat(exact.doseMgPerKg().compareTo(new BigDecimal(f[1]))).isZero();
    assertFigure(exact.volumeMl(), f[5]);
    assertRates(exact, f[6], f[7], f[8]);
  }

  @ParameterizedTest
  @MethodSource("doseRates")
  void theSameAsARate(String row) {
    String[] f = row.split(",", -1);
    for (String rate : List.of(f[7] + "mg/kg/h", f[8] + "mcg/kg/min")) {
      // Only where the print is the whole figure and can be entered.
      if (rate.matches("[0-9]+([.][0-9]{1,6})?mg/kg/h|[0-9]+([.][0-9]{1,3})?mcg/kg/min")) {
        ExactDose exact = exact(f[0], rate, f[2] + "min", f[3]);
        assertThat(exact.totalMg().compareTo(new BigDecimal(f[4]))).as(rate).isZero();
        assertRates(exact, f[6], f[7], f[8]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("doseRatesByTheHour")
  void rateByWeightAndHour(String row) {
    String[] f = row.split(",", -1);
    for (String time : List.of("1h", "4h", "7min", "1s")) {
      ExactDose exact = exact(f[0], f[1] + "mg/kg/h", time, f[2]);
      assertRates(exact, f[5], f[1], f[3]);
      assertTotal(exact, f[4], time);
    }
  }

  @ParameterizedTest
  @MethodSource("doseRatesByTheHour")
  void rateByTheHourWhateverTheWeight(String row) {
    String[] f = row.split(",", -1);
    ExactDose exact = exact(f[0], f[4] + "mg/h", "90min", f[2]);
    assertRates(exact, f[5], f[1], f[3]);
    assertTotal(exact, f[4], "90min");
  }

  @ParameterizedTest
  @MethodSource("doseRatesByTheHour")
  void rateByWeightAndMinute(String row) {
    String[] f = row.split(",", -1);
    // The hourly dose in one minute: 1 mg/kg/min is 1000 mcg/kg/min and 60 mg/kg/h.
    String mcgPerKgPerMin = new BigDecimal(f[1]).movePointRight(3).toPlainString();
    ExactDose exact = exact(f[0], mcgPerKgPerMin + "mcg/kg/min", "1min", f[2]);
    Ratio rate = exact.phases().getFirst().doseRateMgPerKgPerH();
    assertThat(rate.compareTo(new BigDecimal(f[1]).multiply(MIN_PER_H))).isZero();
    assertTotal(exact, f[4], "1h");
  }

  private static void assertRates(
      ExactDose exact, String mlPerH, String mgPerKgPerH, String mcgPerKgPerMin) {
    assertThat(exact.phases()).hasSize(1);
    ExactDose.Phase phase = exact.phases().getFirst();
    assertFigure(phase.rateMlPerH(), mlPerH);
    assertFigure(phase.doseRateMgPerKgPerH(), mgPerKgPerH);
    assertFigure(
        phase.doseRateMgPerKgPerH().times(MCG_PER_MG).over(MIN_PER_H), mcgPerKgPerMin);
  }

  private static void assertTotal(ExactDose exact, String mgPerH, String time) {
    BigDecimal s = BigDecimal.valueOf(InfusionTime.parse("time", time).s());
    Ratio expected = Ratio.of(new BigDecimal(mgPerH).multiply(s)).over(BigDecimal.valueOf(3600));
    assertThat(exact.totalMg().compareTo(expected)).isZero();
  }

  private static ExactDose exact(String kg, String amount, String time, String mgPerMl) {
    DoseUnit unit = DoseUnit.of("dose", amount);
    OrderPhase phase =
        new OrderPhase(
            PhaseKind.MAINTENANCE,
            unit,
            unit.parse("dose", amount),
            InfusionTime.parse("duration", time).s());
    return DoseCalculator.exact(
        Ratio.of(BodyWeight.parse("weight", kg + "kg").kg()),
        List.of(phase),
        Concentration.parse("concentration", mgPerMl + "mg/mL"));
  }

  private static void assertFigure(Ratio figure, String printed) {
    assertThat(figure.nearest(9)).isEqualByComparingTo(printed);
    // Where the print has fewer than nine decimals it is the whole figure.
    if (new BigDecimal(printed).scale() < 9) {
      assertThat(figure.compareTo(new BigDecimal(printed))).isZero();
    }
  }
}
