package org.tenuto.observation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.observation.Seen.min;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tenuto.observation.Due.Lateness;
import org.tenuto.observation.Due.Series;

class ObservationScheduleTest {

  private static @Nullable Due vitals(Seen seen, double nowMin) {
    return ObservationSchedule.at(Series.VITAL_SIGNS, seen.now(), min(nowMin)).next();
  }

  private static String vitalsTitle(Seen seen, double nowMin) {
    Due due = vitals(seen, nowMin);
    return due == null ? "none" : due.title();
  }

  private static String scalesTitle(Seen seen, double nowMin) {
    Due due = ObservationSchedule.at(Series.SCALES, seen.now(), min(nowMin)).next();
    return due == null ? "none" : due.title();
  }

  private static List<String> missed(Series series, Seen seen, double nowMin) {
    return ObservationSchedule.at(series, seen.now(), min(nowMin)).missed().stream()
        .map(Due::title)
        .toList();
  }

  @Test
  void nothingIsDueBeforeTheInfusion() {
    assertThat(vitalsTitle(new Seen().vitals(1), 100)).isEqualTo("none");
  }

  @Test
  void whileInfusingVitalsAreDueEvery5MinAndScalesEvery10() {
    Seen seen = new Seen().start(0);
    assertThat(vitalsTitle(seen, 0)).isEqualTo("5 min");
    assertThat(scalesTitle(seen, 0)).isEqualTo("10 min");
    seen.vitals(5).vitals(10);
    assertThat(vitalsTitle(seen, 10)).isEqualTo("15 min");
    seen.at(10, Map.of(Measure.MOAA_S, 5, Measure.DISTRESS, 0));
    assertThat(scalesTitle(seen, 10)).isEqualTo("20 min");
  }

  @Test
  void itIsLateAtTwoAndAtFiveMinutesToTheNanosecond() {
    Due due = requireNonNull(vitals(new Seen().start(0), 5));
    assertThat(due.lateness(min(5) - 1)).isEqualTo(Lateness.NOT_YET);
    assertThat(due.lateness(min(5))).isEqualTo(Lateness.DUE);
    assertThat(due.lateness(min(7) - 1)).isEqualTo(Lateness.DUE);
    assertThat(due.lateness(min(7))).isEqualTo(Lateness.PROMPT);
    assertThat(due.lateness(min(10) - 1)).isEqualTo(Lateness.PROMPT);
    assertThat(due.lateness(min(10))).isEqualTo(Lateness.PAUSE_PROMPT);
  }

  @Test
  void theOldestThatIsOpenStaysTheOneThatIsLate() {
    assertThat(vitalsTitle(new Seen().start(0), 23)).isEqualTo("5 min");
  }

  @Test
  void aReadingCountsTwoMinutesEarlyAndNoEarlier() {
    assertThat(vitalsTitle(new Seen().start(0).vitalsAtNs(min(3)), 4)).isEqualTo("10 min");
    assertThat(vitalsTitle(new Seen().start(0).vitalsAtNs(min(3) - 1), 4)).isEqualTo("5 min");
  }

  @Test
  void justBeforeTheNextBeginsALateReadingStillCountsForTheOneBefore() {
    Seen late = new Seen().start(0).vitalsAtNs(min(8) - 1);
    assertThat(vitalsTitle(late, 9)).isEqualTo("10 min");
    assertThat(missed(Series.VITAL_SIGNS, late, 9)).isEmpty();
    Seen next = new Seen().start(0).vitalsAtNs(min(8));
    assertThat(vitalsTitle(next, 9)).isEqualTo("15 min");
    assertThat(missed(Series.VITAL_SIGNS, next, 9)).containsExactly("5 min");
  }

  @Test
  void oneReadingAfterALongGapEndsTheLatenessAndTheRestIsMissed() {
    Seen seen = new Seen().start(0).vitals(22);
    assertThat(vitalsTitle(seen, 22)).isEqualTo("25 min");
    assertThat(missed(Series.VITAL_SIGNS, seen, 22)).containsExactly("5 min", "10 min", "15 min");
  }

  @Test
  void halfAReadingIsNotDone() {
    Seen seen = new Seen().start(0);
    seen.at(5, Map.of(Measure.SYSTOLIC, 120, Measure.DIASTOLIC, 80, Measure.HEART_RATE, 70));
    assertThat(vitalsTitle(seen, 6)).isEqualTo("5 min");
    seen.at(6, Map.of(Measure.SPO2, 97));
    assertThat(vitalsTitle(seen, 6)).isEqualTo("10 min");
  }

  @Test
  void halvesInTwoMomentsAreDoneInNeither() {
    Seen seen = new Seen().start(0);
    seen.at(5, Map.of(Measure.SYSTOLIC, 120, Measure.DIASTOLIC, 80, Measure.HEART_RATE, 70));
    seen.at(9, Map.of(Measure.SPO2, 97));
    assertThat(vitalsTitle(seen, 10)).isEqualTo("5 min");
  }

  @Test
  void whatCanNotBeMeasuredIsDoneAndRespirationIsNotAskedFor() {
    Seen seen = new Seen().start(0);
    seen.unknown(5, Measure.SYSTOLIC, Measure.DIASTOLIC, Measure.HEART_RATE, Measure.SPO2);
    assertThat(vitalsTitle(seen, 6)).isEqualTo("10 min");
  }

  @Test
  void aPauseDoesNotStopTheClock() {
    Seen seen = new Seen().start(0);
    Observations paused = seen.now().underWay(true, min(4));
    assertThat(paused).isEqualTo(seen.now());
    assertThat(vitalsTitle(seen, 6)).isEqualTo("5 min");
  }

  @Test
  void atTheEndAndAtFixedTimesAfterIt() {
    Seen seen = new Seen().start(0).vitals(4).end(7);
    TreeSet<Integer> after = new TreeSet<>(Set.of(10, 20, 30, 45, 60, 90, 120));
    assertThat(vitalsTitle(seen, 7)).isEqualTo("end");
    seen.at(7, Map.of(Measure.SYSTOLIC, 120, Measure.DIASTOLIC, 80));
    for (int min : after) {
      assertThat(vitalsTitle(seen, 7 + min)).isEqualTo("end + " + min + " min");
      seen.vitals(7 + min);
    }
    assertThat(vitalsTitle(seen, 500)).isEqualTo("none");
    assertThat(missed(Series.VITAL_SIGNS, seen, 500)).isEmpty();
  }

  @Test
  void whatWasDueWithTheEndIsDueOnce() {
    Seen seen = new Seen().start(0).vitals(5).end(10);
    assertThat(vitalsTitle(seen, 10)).isEqualTo("end");
  }

  @Test
  void whatWasOpenAtTheEndIsLateUntilTheEndIsDone() {
    Seen seen = new Seen().start(0).end(7);
    assertThat(vitalsTitle(seen, 7)).isEqualTo("5 min");
    seen.at(8, Map.of(Measure.SYSTOLIC, 120, Measure.DIASTOLIC, 80));
    assertThat(vitalsTitle(seen, 8)).isEqualTo("end + 10 min");
    assertThat(missed(Series.VITAL_SIGNS, seen, 8)).containsExactly("5 min");
  }

  @Test
  void theDissociationScaleIsDueUntilItIsAsBefore() {
    Seen seen = new Seen().at(0, Map.of(Measure.CADSS_6, 2)).start(1).end(9);
    assertThat(scalesTitle(seen, 9)).isEqualTo("end");
    seen.at(9, Map.of(Measure.CADSS_6, 9));
    assertThat(scalesTitle(seen, 9)).isEqualTo("end + 10 min");
    seen.at(19, Map.of(Measure.CADSS_6, 3));
    assertThat(scalesTitle(seen, 19)).isEqualTo("end + 20 min");
    seen.at(29, Map.of(Measure.CADSS_6, 2));
    assertThat(scalesTitle(seen, 29)).isEqualTo("none");
  }

  @Test
  void withoutABaselineTheScaleStaysDueToTheLast() {
    Seen seen = new Seen().start(1).end(9).at(9, Map.of(Measure.CADSS_6, 0));
    assertThat(scalesTitle(seen, 9)).isEqualTo("end + 10 min");
  }

  @Test
  void aCorrectionCountsFromWhenTheReadingWasTaken() {
    Seen seen = new Seen().start(0).vitals(5);
    seen.corrects(1, 14, Map.of(Measure.SYSTOLIC, 125, Measure.DIASTOLIC, 80,
        Measure.HEART_RATE, 70, Measure.SPO2, 98));
    assertThat(vitalsTitle(seen, 14)).isEqualTo("10 min");
  }

  @Test
  void whatAVoidReadingHadDoneIsDueAgain() {
    Seen seen = new Seen().start(0).vitals(5);
    assertThat(vitalsTitle(seen, 6)).isEqualTo("10 min");
    assertThat(vitalsTitle(seen.voids(1, 6), 6)).isEqualTo("5 min");
    assertThat(vitalsTitle(seen.vitals(7), 7)).isEqualTo("10 min");
  }

  @Test
  void aSecondInfusionStartsTheClockAnew() {
    Seen seen = new Seen().start(0).end(7).start(20);
    assertThat(vitalsTitle(seen, 20)).isEqualTo("5 min");
    assertThat(requireNonNull(vitals(seen, 20)).dueNs()).isEqualTo(min(25));
  }

  @Test
  void anotherMonotonicClockChangesNothing() {
    Seen seen = new Seen().start(1).vitals(6);
    Observations shifted = seen.now().shifted(-min(1000));
    Due due = ObservationSchedule.at(Series.VITAL_SIGNS, shifted, min(7 - 1000)).next();
    assertThat(requireNonNull(due).dueNs()).isEqualTo(min(11 - 1000));
    assertThat(due.title()).isEqualTo("10 min");
  }

  @Test
  void aDischargeTakesAFullSetOfTheLastQuarterOfAnHour() {
    Seen seen = new Seen().start(0).end(40).vitals(100);
    assertThat(ObservationSchedule.missingForDischarge(seen.now(), min(100)))
        .startsWith("Respiration for discharge: missing");
    seen.at(101, Map.of(Measure.RESPIRATION, 14));
    assertThat(ObservationSchedule.missingForDischarge(seen.now(), min(115))).isNull();
    assertThat(ObservationSchedule.missingForDischarge(seen.now(), min(115) + 1))
        .startsWith("Systolic pressure");
    seen.unknown(102, Measure.SPO2);
    assertThat(ObservationSchedule.missingForDischarge(seen.now(), min(103)))
        .startsWith("SpO2 for discharge");
  }
}
