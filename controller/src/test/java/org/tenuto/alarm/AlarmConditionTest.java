package org.tenuto.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.alarm.AlarmPriority.HIGH;
import static org.tenuto.alarm.AlarmPriority.LOW;
import static org.tenuto.alarm.AlarmPriority.MEDIUM;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AlarmConditionTest {

  /** What fits two lines of the page's alarm strip. */
  private static final int LONGEST_TEXT = 64;

  @ParameterizedTest
  @CsvSource({
    "IRREVERSIBLE, HIGH, HIGH, MEDIUM",
    "REVERSIBLE, HIGH, MEDIUM, LOW",
    "MINOR, MEDIUM, LOW, LOW"
  })
  void priorityIsThatOfTheStandardsTable(
      PotentialResult result,
      AlarmPriority immediate,
      AlarmPriority prompt,
      AlarmPriority delayed) {
    assertThat(AlarmPriority.of(result, HarmOnset.IMMEDIATE)).isEqualTo(immediate);
    assertThat(AlarmPriority.of(result, HarmOnset.PROMPT)).isEqualTo(prompt);
    assertThat(AlarmPriority.of(result, HarmOnset.DELAYED)).isEqualTo(delayed);
  }

  @ParameterizedTest
  @EnumSource(AlarmCondition.class)
  void whatStopsNothingIsLessThanHigh(AlarmCondition condition) {
    AlarmPriority expected =
        switch (condition) {
          case CYCLE_OVERRUN, PAGE_UNSEEN, PRESSURE_RISING, SELF_TEST_FAILED -> MEDIUM;
          case NEAR_COMPLETION, SYRINGE_NEARLY_EMPTY, CLOCK_STEPPED -> LOW;
          default -> HIGH;
        };
    assertThat(condition.priority()).isEqualTo(expected);
  }

  @Test
  void urgencyIsOrdered() {
    assertThat(HIGH.isAtLeast(MEDIUM)).isTrue();
    assertThat(MEDIUM.isAtLeast(MEDIUM)).isTrue();
    assertThat(LOW.isAtLeast(MEDIUM)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(AlarmCondition.class)
  void answersHazardsOfTheTable(AlarmCondition condition) {
    assertThat(condition.risk().hazards())
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[1-8]\\.\\d{1,2}"));
  }

  @ParameterizedTest
  @EnumSource(AlarmCondition.class)
  void saysWhatIsTheCaseAndThenWhatToDoInOneLine(AlarmCondition condition) {
    assertThat(condition.text()).matches("[A-Z][^.]+[.] [A-Z][^.]+[.]");
    assertThat(condition.text().length()).isLessThanOrEqualTo(LONGEST_TEXT);
    assertThat(condition.cause()).matches("[a-z][^\\n.]+");
  }

  @ParameterizedTest
  @EnumSource(AlarmCondition.class)
  void whatEndsAnOrderLatches(AlarmCondition condition) {
    if (condition.effect() == AlarmCondition.Effect.FAULT) {
      assertThat(condition.latching()).isTrue();
    }
    assertThat(condition.latencyMs()).isPositive();
  }

  /** The link carries ordinals: an old record must not read differently. */
  @Test
  void nobodyChangesPlaces() {
    assertThat(AlarmCondition.values())
        .startsWith(
            AlarmCondition.PUMP_LINE_LOST,
            AlarmCondition.PUMP_SILENT,
            AlarmCondition.PUMP_STOP_UNCONFIRMED,
            AlarmCondition.PUMP_START_UNCONFIRMED,
            AlarmCondition.PUMP_SETTING_REFUSED,
            AlarmCondition.PUMP_STALLED,
            AlarmCondition.PUMP_RESET,
            AlarmCondition.PUMP_WATCHDOG,
            AlarmCondition.PUMP_PROGRAM_ERROR,
            AlarmCondition.MOTION_WITHOUT_COMMAND,
            AlarmCondition.OVER_DELIVERY,
            AlarmCondition.UNDER_DELIVERY,
            AlarmCondition.STALE_READING,
            AlarmCondition.STATION_SILENT,
            AlarmCondition.EVENTS_LOST,
            AlarmCondition.CYCLE_OVERRUN,
            AlarmCondition.NEAR_COMPLETION,
            AlarmCondition.CONCENTRATION_CEILING,
            AlarmCondition.PAGE_UNSEEN,
            AlarmCondition.PAGE_GONE,
            AlarmCondition.CUMULATIVE_DOSE,
            AlarmCondition.ROLLING_DOSE,
            AlarmCondition.PRESSURE_HIGH,
            AlarmCondition.PRESSURE_RISING,
            AlarmCondition.AIR_IN_LINE,
            AlarmCondition.PLUNGER_LOOSE,
            AlarmCondition.SENSOR_SILENT,
            AlarmCondition.SYRINGE_NEARLY_EMPTY,
            AlarmCondition.SYRINGE_EMPTY,
            AlarmCondition.CLOCK_STEPPED,
            AlarmCondition.SELF_TEST_FAILED,
            AlarmCondition.E_STOP_OPEN,
            AlarmCondition.PANEL_LOST);
  }
}
