package org.tenuto.pk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The models against the reference tables. */
class PkVectorsTest {

  /** Half a unit of the 12th digit printed. */
  private static final double PRINTED = 5.1e-12;

  @Test
  void reproducesEveryParameterToThePrintedDigits() {
    assertThat(Vectors.rows("pk_model_parameters.csv")).hasSize(12);
    Vectors.rows("pk_model_parameters.csv").forEach(PkVectorsTest::checkParameters);
  }

  private static void checkParameters(String[] row) {
    CompartmentModel model = Vectors.model(row[1], row[0]);
    RateConstants k = model.constants();
    double clearance = model.clearanceMlPerS() * 60 / 1000;
    double v2 = k.k12PerMin() / k.k21PerMin() * k.v1L();
    double v3 = k.k13PerMin() / k.k31PerMin() * k.v1L();
    double[] found = {
      k.v1L(),
      k.k10PerMin(),
      k.k12PerMin(),
      k.k13PerMin(),
      k.k21PerMin(),
      k.k31PerMin(),
      k.ke0PerMin(),
      clearance,
      v2,
      v3,
      model.lambdaPerMin(0),
      model.lambdaPerMin(1),
      model.lambdaPerMin(2),
      model.halfLifeMin(0),
      model.halfLifeMin(1),
      model.halfLifeMin(2)
    };
    for (int i = 0; i < found.length; i++) {
      String printed = row[i + 2];
      String what = row[1] + " " + row[0] + " kg, column " + (i + 2);
      if (printed.isEmpty()) {
        assertThat(found[i]).as(what).isNaN();
      } else {
        double expected = Double.parseDouble(printed);
        assertThat(found[i]).as(what).isCloseTo(expected, within(expected * PRINTED));
      }
    }
  }

  @Test
  void reproducesTheReferenceInClosedForm() {
    assertThat(Vectors.rows("pk_reference.csv")).hasSize(570);
    Vectors.rows("pk_reference.csv").forEach(PkVectorsTest::checkPoint);
  }

  private static void checkPoint(String[] row) {
    var curve =
        new ConcentrationCurve(
            Vectors.model(row[1], row[0]), Vectors.phases(row[2], Double.parseDouble(row[0])));
    double tS = Double.parseDouble(row[3]) * 60;
    String what = String.join(" ", row);
    assertClose(what, curve.cpNgPerMl(tS), row[4]);
    if (row[5].isEmpty()) {
      assertThat(curve.ceNgPerMl(tS)).as(what).isNaN();
    } else {
      assertClose(what, curve.ceNgPerMl(tS), row[5]);
    }
  }

  /** 1e-6 relative; the printed digits end at 1e-9. */
  private static void assertClose(String what, double found, String printed) {
    double expected = Double.parseDouble(printed);
    assertThat(found).as(what).isCloseTo(expected, within(expected * 1e-9 + 5.1e-10));
  }

  @ParameterizedTest
  @CsvSource({"0.01, 600", "0.1, 10800", "1, 86400", "7.3, 86400", "60, 86400"})
  void stepsToTheReference(double stepS, double untilS) {
    List<String[]> rows =
        Vectors.rows("pk_reference.csv")
            .filter(row -> row[0].equals("70") && Double.parseDouble(row[3]) * 60 <= untilS)
            .toList();
    assertThat(rows).hasSizeGreaterThan(100);
    rows.forEach(row -> checkSteps(row, stepS));
  }

  @Test
  void stepsByTheMillisecondToTheReference() {
    Vectors.rows("pk_reference.csv")
        .filter(row -> row[0].equals("70") && row[2].startsWith("bolus"))
        .filter(row -> Double.parseDouble(row[3]) <= 5)
        .forEach(row -> checkSteps(row, 0.001));
  }

  private static void checkSteps(String[] row, double stepS) {
    CompartmentModel model = Vectors.model(row[1], row[0]);
    PkState state = new PkState(model);
    double leftS = Double.parseDouble(row[3]) * 60;
    for (PkPhase phase : Vectors.phases(row[2], 70)) {
      double partS = Math.min(leftS, phase.durationS());
      walk(state, phase.rateNgPerS(), partS, stepS);
      leftS -= partS;
    }
    walk(state, 0, leftS, stepS);
    String what = String.join(" ", row) + " in steps of " + stepS + " s";
    assertThat(state.cpNgPerMl()).as(what).isCloseTo(Double.parseDouble(row[4]), within(1e-8));
    if (model.hasKe0()) {
      assertThat(state.ceNgPerMl()).as(what).isCloseTo(Double.parseDouble(row[5]), within(1e-8));
    }
  }

  private static void walk(PkState state, double rateNgPerS, double durationS, double stepS) {
    PkStep step = new PkStep(state.model(), stepS);
    long steps = (long) (durationS / stepS);
    for (long i = 0; i < steps; i++) {
      state.advance(step, rateNgPerS);
    }
    state.advance(rateNgPerS, Math.max(0, durationS - steps * stepS));
  }

  @Test
  void startsABolusAtDoseOverVolume() {
    List<PkPhase> bolus = List.of(PkPhase.instant(0.1 * 70 * 1e6));
    assertThat(new ConcentrationCurve(Vectors.model("domino-1984", "70"), bolus).cpNgPerMl(0))
        .isCloseTo(1587.301587, within(5e-7));
    assertThat(new ConcentrationCurve(Vectors.model("kamp-2020", "70"), bolus).cpNgPerMl(0))
        .isCloseTo(280.000000, within(5e-7));
  }
}
