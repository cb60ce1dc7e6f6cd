package org.tenuto.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tenuto.library.ShippedLibrary;

/** What readings have to say before a start and before a discharge. */
class CriteriaTest {

  private static final Thresholds SHIPPED =
      Thresholds.load(ShippedLibrary.observation(), ShippedLibrary.trustedKeys(), false);

  private static Map<Measure, Integer> pressure(int systolic, int diastolic) {
    return Map.of(Measure.SYSTOLIC, systolic, Measure.DIASTOLIC, diastolic);
  }

  private static Map<Measure, Integer> set(int systolic, int diastolic) {
    return Map.of(
        Measure.SYSTOLIC, systolic,
        Measure.DIASTOLIC, diastolic,
        Measure.HEART_RATE, 70,
        Measure.SPO2, 98,
        Measure.RESPIRATION, 14);
  }

  private static String vitals(Seen seen, boolean full, double atMin) {
    return String.valueOf(
        Criteria.baselineVitals(seen.now(), SHIPPED, full, Seen.min(atMin)));
  }

  @Test
  void oneBloodPressureOfTheLast15MinOrTwo() {
    Seen seen = new Seen();
    assertThat(vitals(seen, false, 0)).contains("none yet, expected one of the last 15 min");
    seen.at(0, pressure(120, 80));
    assertThat(vitals(seen, false, 15)).isEqualTo("null");
    assertThat(vitals(seen, false, 15.1)).contains("none yet");
    assertThat(vitals(seen, true, 5)).contains("expected a second 5 min after it");
    seen.at(5, pressure(120, 80));
    assertThat(vitals(seen, true, 5)).isEqualTo("null");
  }

  @Test
  void aBaselineIsNotMissingOnceTheInfusionBegan() {
    Seen seen = new Seen().start(1);
    assertThat(vitals(seen, true, 60)).isEqualTo("null");
    assertThat(Criteria.baselineScales(seen.now())).isNull();
    assertThat(Criteria.baselineScales(new Seen().now())).contains("before the start: missing");
  }

  @Test
  void aPressureThatIsTooHighForAStartIsTakenByStaffAndOneFarTooHighByNobody() {
    Seen seen = new Seen().at(0, pressure(165, 80));
    assertThat(vitals(seen, false, 1)).contains("165 mmHg").contains("do not start");
    seen.noted(1, Level.PAUSE);
    assertThat(vitals(seen, false, 1)).isEqualTo("null");

    Seen high = new Seen().at(0, pressure(185, 80)).noted(1, Level.STOP);
    assertThat(vitals(high, false, 1)).contains("do not start, call the clinician");
    high.at(2, pressure(130, 80));
    assertThat(vitals(high, false, 2)).as("measured again").isEqualTo("null");
  }

  private static Seen infused() {
    return new Seen()
        .at(0, pressure(120, 80))
        .at(1, Map.of(Measure.CADSS_6, 1))
        .start(2)
        .end(42);
  }

  @Test
  void bloodPressureIsWithin20PercentOfBeforeUpAndDown() {
    assertThat(pressureAt(infused().at(100, pressure(120, 80)), 100))
        .startsWith("Heart rate for discharge: missing");
    assertThat(pressureAt(infused().at(100, set(144, 96)), 100)).isEqualTo("null");
    assertThat(pressureAt(infused().at(100, set(145, 96)), 100))
        .isEqualTo("Systolic pressure 145 mmHg: expected within 20 % of 120 mmHg before");
    assertThat(pressureAt(infused().at(100, set(96, 64)), 100)).isEqualTo("null");
    assertThat(pressureAt(infused().at(100, set(120, 63)), 100))
        .startsWith("Diastolic pressure 63 mmHg: expected within 20 %");
    assertThat(pressureAt(infused().at(100, set(120, 80)), 115.1)).contains("the last 15 min");
    assertThat(pressureAt(new Seen().start(0).end(40).at(100, set(120, 80)), 100))
        .contains("nothing to compare with");
  }

  private static String pressureAt(Seen seen, double atMin) {
    return String.valueOf(Criteria.pressure(seen.now(), Seen.min(atMin)));
  }

  @Test
  void alertnessIsScoredAfterTheInfusion() {
    assertThat(Criteria.alert(infused().now())).contains("MOAA/S after the infusion: missing");
    assertThat(Criteria.alert(new Seen().start(2).at(10, Map.of(Measure.MOAA_S, 5)).now()))
        .as("while it runs")
        .contains("missing");
    Seen seen = infused().at(60, Map.of(Measure.MOAA_S, 4));
    assertThat(Criteria.alert(seen.now())).isEqualTo("MOAA/S 4: expected 5");
    seen.at(70, Map.of(Measure.MOAA_S, 5));
    assertThat(Criteria.alert(seen.now())).isNull();
    seen.unknown(80, Measure.MOAA_S);
    assertThat(Criteria.alert(seen.now())).as("unknown is not normal").contains("missing");
  }

  @Test
  void dissociationIsAtMostTwoAboveBefore() {
    assertThat(Criteria.dissociation(infused().at(60, Map.of(Measure.CADSS_6, 3)).now())).isNull();
    assertThat(Criteria.dissociation(infused().at(60, Map.of(Measure.CADSS_6, 4)).now()))
        .isEqualTo("CADSS-6 4: expected at most 2 above 1 before");
    Seen unknownBefore = new Seen().start(2).end(42).at(60, Map.of(Measure.CADSS_6, 0));
    assertThat(Criteria.dissociation(unknownBefore.now())).contains("nothing to compare with");
  }
}
