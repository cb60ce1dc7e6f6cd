package org.tenuto.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.observation.Seen.min;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tenuto.library.ShippedLibrary;

class AssessmentTest {

  private static final Thresholds SHIPPED =
      Thresholds.load(ShippedLibrary.observation(), ShippedLibrary.trustedKeys(), false);

  private static List<Advice> advice(Seen seen, double nowMin) {
    return Assessment.of(seen.now(), SHIPPED, min(nowMin));
  }

  private static @Nullable Level level(Seen seen, double nowMin) {
    return advice(seen, nowMin).stream().map(Advice::level).findFirst().orElse(null);
  }

  private static Map<Measure, Integer> pressure(int systolic, int diastolic) {
    return Map.of(Measure.SYSTOLIC, systolic, Measure.DIASTOLIC, diastolic);
  }

  private static @Nullable Level ofPressure(int systolic, int diastolic) {
    return level(new Seen().start(0).at(5, pressure(systolic, diastolic)), 5);
  }

  private static @Nullable Level of(Measure measure, int value) {
    return level(new Seen().start(0).at(5, Map.of(measure, value)), 5);
  }

  @Test
  void aLimitIsPassedByMoreThanIt() {
    assertThat(ofPressure(160, 80)).isNull();
    assertThat(ofPressure(161, 80)).isEqualTo(Level.ADVISORY);
    assertThat(ofPressure(180, 80)).isEqualTo(Level.ADVISORY);
    assertThat(ofPressure(181, 80)).isEqualTo(Level.PAUSE);
    assertThat(ofPressure(200, 80)).isEqualTo(Level.PAUSE);
    assertThat(ofPressure(201, 80)).isEqualTo(Level.STOP);
    assertThat(ofPressure(130, 101)).isEqualTo(Level.ADVISORY);
    assertThat(ofPressure(130, 111)).isEqualTo(Level.PAUSE);
    assertThat(ofPressure(130, 121)).isEqualTo(Level.STOP);
  }

  @Test
  void everyOtherSignHasItsLimits() {
    assertThat(of(Measure.HEART_RATE, 110)).isNull();
    assertThat(of(Measure.HEART_RATE, 111)).isEqualTo(Level.ADVISORY);
    assertThat(of(Measure.HEART_RATE, 131)).isEqualTo(Level.PAUSE);
    assertThat(of(Measure.HEART_RATE, 151)).isEqualTo(Level.STOP);
    assertThat(of(Measure.HEART_RATE, 50)).isNull();
    assertThat(of(Measure.HEART_RATE, 49)).isEqualTo(Level.ADVISORY);
    assertThat(of(Measure.HEART_RATE, 44)).isEqualTo(Level.PAUSE);
    assertThat(of(Measure.HEART_RATE, 39)).isEqualTo(Level.STOP);
    assertThat(of(Measure.SPO2, 94)).isNull();
    assertThat(of(Measure.SPO2, 93)).isEqualTo(Level.ADVISORY);
    assertThat(of(Measure.SPO2, 91)).isEqualTo(Level.PAUSE);
    assertThat(of(Measure.SPO2, 89)).isEqualTo(Level.STOP);
    assertThat(of(Measure.RESPIRATION, 9)).isEqualTo(Level.ADVISORY);
    assertThat(of(Measure.RESPIRATION, 7)).isEqualTo(Level.PAUSE);
    assertThat(of(Measure.RESPIRATION, 0)).isEqualTo(Level.STOP);
    assertThat(of(Measure.MOAA_S, 5)).isNull();
    assertThat(of(Measure.MOAA_S, 4)).isEqualTo(Level.ADVISORY);
    assertThat(of(Measure.MOAA_S, 3)).isEqualTo(Level.PAUSE);
    assertThat(of(Measure.MOAA_S, 2)).isEqualTo(Level.STOP);
    assertThat(of(Measure.DISTRESS, 6)).isEqualTo(Level.ADVISORY);
    assertThat(of(Measure.DISTRESS, 8)).isEqualTo(Level.PAUSE);
  }

  @Test
  void itNamesReadingLimitAndOrigin() {
    Advice advice = advice(new Seen().start(0).at(5, pressure(186, 80)), 5).getFirst();
    assertThat(advice.text()).isEqualTo("Systolic pressure 186 mmHg, above 180 mmHg: pause?");
    assertThat(advice.origin()).startsWith("Default of this project");
    assertThat(advice.thresholdId()).isEqualTo("SBP-PAUSE");
    assertThat(advice.reading()).isEqualTo(1);
  }

  @Test
  void whatNobodyVerifiedIsNotInForce() {
    assertThat(level(new Seen().at(0, pressure(150, 95)), 1)).isNull();
    assertThat(SHIPPED.enabled()).noneMatch(t -> t.id().endsWith("START-ADVISORY"));
  }

  @Test
  void beforeTheStartItSaysDoNotStart() {
    Seen seen = new Seen().at(0, pressure(161, 80));
    assertThat(Assessment.againstStart(seen.now(), SHIPPED, min(1)))
        .isEqualTo("Systolic pressure 161 mmHg, above 160 mmHg: do not start");
    seen.at(1, pressure(160, 100));
    assertThat(Assessment.againstStart(seen.now(), SHIPPED, min(1))).isNull();
    seen.at(2, pressure(150, 111));
    assertThat(Assessment.againstStart(seen.now(), SHIPPED, min(2))).contains("call the clinician");
  }

  @Test
  void theTrendGoesByTheMeanOfTheLastTwoBefore() {
    // Mean 111: +20 % is 133.2, +30 % is 144.3.
    Seen seen = new Seen().at(0, pressure(90, 60)).at(6, pressure(110, 60)).at(11, pressure(112, 60));
    seen.start(12);
    assertThat(level(seen.at(17, pressure(133, 80)), 17)).isNull();
    assertThat(level(seen.at(18, pressure(134, 80)), 18)).isEqualTo(Level.ADVISORY);
    assertThat(advice(seen, 18).getFirst().text()).contains("20 % above baseline 111 mmHg");
  }

  @Test
  void thirtyPercentTakesTwoReadingsTwoMinutesApart() {
    Seen seen = new Seen().at(0, pressure(100, 60)).start(1);
    assertThat(level(seen.at(6, pressure(131, 60)), 6)).isEqualTo(Level.ADVISORY);
    assertThat(level(seen.atNs(min(8) - 1, pressure(131, 60), java.util.Set.of(), 0), 8))
        .isEqualTo(Level.ADVISORY);
    assertThat(level(seen.atNs(min(8), pressure(131, 60), java.util.Set.of(), 0), 8))
        .isEqualTo(Level.PAUSE);
    assertThat(level(seen.at(9, pressure(130, 60)), 9)).isEqualTo(Level.ADVISORY);
    assertThat(level(seen.at(10, pressure(131, 60)), 10)).isEqualTo(Level.ADVISORY);
  }

  @Test
  void withoutABaselineThereIsNoTrend() {
    assertThat(ofPressure(159, 60)).isNull();
  }

  @Test
  void adviceStandsUntilALaterReadingIsBetter() {
    Seen seen = new Seen().start(0).at(5, pressure(205, 80));
    assertThat(level(seen, 60)).isEqualTo(Level.STOP);
    assertThat(level(seen.at(61, pressure(140, 80)), 61)).isNull();
  }

  @Test
  void aCorrectionTakesAdviceBackAndGivesIt() {
    Seen seen = new Seen().start(0).at(5, pressure(250, 80)).corrects(1, 6, pressure(120, 80));
    assertThat(level(seen, 6)).isNull();
    assertThat(level(seen.corrects(2, 7, pressure(185, 80)), 7)).isEqualTo(Level.PAUSE);
    assertThat(seen.now().readings()).hasSize(3);
  }

  @Test
  void aVoidTakesAdviceBackAndWhatWasBeforeItStandsAgain() {
    Seen seen = new Seen().start(0).at(5, pressure(185, 80)).at(10, pressure(120, 80));
    assertThat(level(seen, 10)).isNull();
    assertThat(level(seen.voids(2, 11), 11)).isEqualTo(Level.PAUSE);
    assertThat(level(seen.voids(1, 12), 12)).isNull();
    assertThat(seen.now().readings()).hasSize(4);
  }

  @Test
  void unknownIsNotNormal() {
    Seen seen = new Seen().start(0).unknown(5, Measure.SPO2);
    assertThat(level(seen, 5)).isEqualTo(Level.ADVISORY);
    assertThat(Assessment.of(seen.now(), SHIPPED, min(6) - 1).getFirst().level())
        .isEqualTo(Level.ADVISORY);
    assertThat(level(seen, 6)).isEqualTo(Level.PAUSE);
    assertThat(advice(seen, 6).getFirst().text()).contains("unknown is not normal");
    assertThat(level(seen.unknown(7, Measure.SPO2), 7)).isEqualTo(Level.PAUSE);
    assertThat(level(seen.at(8, Map.of(Measure.SPO2, 97)), 8)).isNull();
  }

  @Test
  void unknownClearsNoAdvice() {
    Seen seen = new Seen().start(0).at(5, Map.of(Measure.SPO2, 85)).unknown(6, Measure.SPO2);
    assertThat(level(seen, 6)).isEqualTo(Level.STOP);
  }

  @Test
  void afterTheEndNobodyIsAskedToPause() {
    Seen seen = new Seen().start(0).end(1).at(2, pressure(185, 80)).unknown(3, Measure.SPO2);
    assertThat(advice(seen, 9)).extracting(Advice::text)
        .noneMatch(text -> text.contains("pause"))
        .anyMatch(text -> text.contains("call the clinician?"));
  }

  @Test
  void theMostUrgentComesFirst() {
    Seen seen = new Seen().start(0).at(5, Map.of(Measure.HEART_RATE, 115, Measure.SPO2, 80));
    assertThat(advice(seen, 5)).extracting(Advice::level)
        .containsExactly(Level.STOP, Level.ADVISORY);
  }

  @Test
  void oneReadingNeverPausesTwoThatConfirmEachOtherDo() {
    Seen seen = new Seen().start(0).at(5, pressure(185, 80));
    assertThat(owed(seen, 5)).isZero();
    assertThat(owed(seen.at(6, pressure(185, 80)), 6)).isZero();
    assertThat(owed(seen.at(7, pressure(185, 80)), 7)).isEqualTo(3);
    assertThat(owed(new Seen().start(0).at(5, pressure(165, 80)).at(8, pressure(165, 80)), 8))
        .isZero();
  }

  @Test
  void aBetterReadingInBetweenConfirmsNothing() {
    Seen seen = new Seen().start(0).at(5, pressure(185, 80)).at(7, pressure(150, 80));
    assertThat(owed(seen.at(8, pressure(185, 80)), 8)).isZero();
  }

  @Test
  void aReadingIsNoConfirmationOfItsOwnCorrection() {
    Seen seen = new Seen().start(0).at(5, pressure(185, 80)).corrects(1, 9, pressure(186, 80));
    assertThat(owed(seen, 9)).isZero();
  }

  @Test
  void itPausesOnceForAReadingAndNotForWhatStaffTookNoteOf() {
    Seen seen = new Seen().start(0).at(5, pressure(185, 80)).at(8, pressure(185, 80));
    assertThat(Assessment.pauseOwed(seen.now().pausedFor(2), SHIPPED, min(8))).isNull();
    assertThat(owed(seen, 8)).isEqualTo(2);
    assertThat(owed(seen.noted(2, Level.PAUSE), 8)).isZero();
    assertThat(owed(seen.at(9, pressure(205, 80)), 9)).isEqualTo(0);
    assertThat(owed(seen.at(11, pressure(205, 80)), 11)).isEqualTo(4);
  }

  @Test
  void noteOfALowerLevelIsNoneOfAHigher() {
    Seen seen = new Seen().start(0).unknown(5, Measure.SPO2).noted(1, Level.ADVISORY);
    assertThat(Assessment.isNoted(seen.now(), advice(seen, 5).getFirst())).isTrue();
    assertThat(Assessment.isNoted(seen.now(), advice(seen, 7).getFirst())).isFalse();
  }

  @Test
  void nothingIsPausedThatIsOver() {
    Seen seen = new Seen().start(0).at(5, pressure(185, 80)).at(8, pressure(185, 80)).end(9);
    assertThat(owed(seen, 9)).isZero();
  }

  private static long owed(Seen seen, double nowMin) {
    Advice advice = Assessment.pauseOwed(seen.now(), SHIPPED, min(nowMin));
    return advice == null ? 0 : advice.reading();
  }
}
