package org.tenuto.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.measure.Allocation;

class AudioPauseTest {

  private static final long S = 1_000_000_000;
  private static final long HIGH = AlarmCondition.PUMP_STALLED.bit();
  private static final long OTHER_HIGH = AlarmCondition.OVER_DELIVERY.bit();
  private static final long MEDIUM = AlarmCondition.CYCLE_OVERRUN.bit();
  private static final long LOW = AlarmCondition.NEAR_COMPLETION.bit();

  private final AudioPause pause = new AudioPause();

  private boolean pausedAfter(long coveredBits, long thenBits) {
    pause.start(coveredBits, AudioPause.LONGEST_NS, 0);
    pause.look(coveredBits, S);
    pause.look(thenBits, 2 * S);
    return pause.isPaused(2 * S);
  }

  @Test
  void isNotPausedBeforeItWasAskedFor() {
    pause.look(HIGH, 0);
    assertThat(pause.isPaused(0)).isFalse();
    assertThat(pause.remainingNs(0)).isZero();
  }

  @Test
  void lastsTwoMinutesAtMostAndNotANanosecondMore() {
    assertThat(AudioPause.LONGEST_NS).isEqualTo(120 * S);
    assertThat(pause.start(HIGH, AudioPause.LONGEST_NS, 7)).isTrue();
    pause.look(HIGH, 120 * S + 6);
    assertThat(pause.isPaused(120 * S + 6)).isTrue();
    assertThat(pause.remainingNs(120 * S + 6)).isEqualTo(1);
    assertThat(pause.isPaused(120 * S + 7)).isFalse();
    assertThat(pause.remainingNs(120 * S + 7)).isZero();
    pause.look(HIGH, 120 * S + 7);
    assertThat(pause.isPaused(120 * S + 6)).as("over is over").isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, AudioPause.LONGEST_NS + 1, Long.MAX_VALUE})
  void refusesALongerOneAndNone(long durationNs) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pause.start(HIGH, durationNs, 0))
        .withMessage("audio pause of " + durationNs + " ns: expected 1 to 120000000000");
    assertThat(pause.isPaused(0)).isFalse();
  }

  @Test
  void nothingIsPausedAhead() {
    assertThat(pause.start(0, AudioPause.LONGEST_NS, 0)).isFalse();
    assertThat(pause.isPaused(1)).isFalse();
  }

  @Test
  void aNewConditionOfTheSameOrAHigherPriorityBreaksIt() {
    assertThat(pausedAfter(HIGH, HIGH | OTHER_HIGH)).isFalse();
    assertThat(pausedAfter(MEDIUM, MEDIUM | HIGH)).isFalse();
    assertThat(pausedAfter(LOW, LOW | MEDIUM)).isFalse();
    assertThat(pausedAfter(MEDIUM | LOW, MEDIUM | LOW | HIGH)).isFalse();
  }

  @Test
  void aNewConditionOfALowerPriorityDoesNot() {
    assertThat(pausedAfter(HIGH, HIGH | MEDIUM)).isTrue();
    assertThat(pausedAfter(HIGH | LOW, HIGH | LOW | MEDIUM)).isTrue();
    assertThat(pausedAfter(MEDIUM, MEDIUM | LOW)).isTrue();
  }

  @Test
  void whatWasLessUrgentIsJudgedAfreshOnceTheMostUrgentIsOver() {
    assertThat(pausedAfter(HIGH | LOW, LOW)).isTrue();
    pause.look(LOW | MEDIUM, 3 * S);
    assertThat(pause.isPaused(3 * S)).isFalse();
  }

  @Test
  void aConditionThatComesBackIsNew() {
    assertThat(pausedAfter(HIGH | OTHER_HIGH, HIGH)).isTrue();
    pause.look(HIGH | OTHER_HIGH, 3 * S);
    assertThat(pause.isPaused(3 * S)).isFalse();
  }

  @Test
  void endsWithTheConditionsItCovers() {
    assertThat(pausedAfter(HIGH, 0)).isFalse();
    assertThat(pausedAfter(HIGH, LOW)).as("another one instead").isFalse();
  }

  @Test
  void onceBrokenItStaysSo() {
    assertThat(pausedAfter(HIGH, HIGH | OTHER_HIGH)).isFalse();
    pause.look(HIGH | OTHER_HIGH, 3 * S);
    assertThat(pause.isPaused(3 * S)).isFalse();
    assertThat(pause.remainingNs(3 * S)).isZero();
  }

  @Test
  void startedAnewItRunsAfresh() {
    pause.start(HIGH, 120 * S, 0);
    pause.look(HIGH, 100 * S);
    pause.start(HIGH, 30 * S, 100 * S);
    assertThat(pause.remainingNs(100 * S)).isEqualTo(30 * S);
  }

  /** Whatever staff press once: within two minutes every condition can be heard again. */
  @ParameterizedTest
  @EnumSource(AlarmCondition.class)
  void noConditionIsSilencedForGood(AlarmCondition condition) {
    pause.start(condition.bit(), AudioPause.LONGEST_NS, 0);
    for (long second = 1; second < 600; second++) {
      pause.look(condition.bit(), second * S);
      assertThat(pause.isPaused(second * S)).isEqualTo(second < 120);
    }
  }

  @Test
  void lookingAllocatesNothing() {
    pause.start(HIGH, AudioPause.LONGEST_NS, 0);
    long[] leftNs = {0};
    Allocation.assertNone(
        () -> {
          pause.look(HIGH | LOW, S);
          leftNs[0] = pause.remainingNs(S);
        });
    assertThat(leftNs[0]).isEqualTo(119 * S);
  }
}
