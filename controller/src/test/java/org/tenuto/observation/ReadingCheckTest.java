package org.tenuto.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadingCheckTest {

  private static final Map<Measure, Integer> NOTHING = Map.of();

  private final Seen seen =
      new Seen().at(1, Map.of(Measure.SPO2, 97)).at(2, Map.of(Measure.HEART_RATE, 70));

  private @Nullable String fault(Map<Measure, Integer> values, Set<Measure> unknown, long corrects) {
    Reading reading = Seen.reading(3, Seen.min(3), values, unknown, corrects);
    return ReadingCheck.fault(reading, seen.now());
  }

  private @Nullable String pressure(int systolic, int diastolic) {
    return fault(Map.of(Measure.SYSTOLIC, systolic, Measure.DIASTOLIC, diastolic), Set.of(), 0);
  }

  @Test
  void everyMeasureTakesItsRangeAndNoStepMore() {
    for (Measure measure : Measure.values()) {
      if (measure != Measure.SYSTOLIC && measure != Measure.DIASTOLIC) {
        assertThat(fault(Map.of(measure, measure.lowest()), Set.of(), 0)).isNull();
        assertThat(fault(Map.of(measure, measure.highest()), Set.of(), 0)).isNull();
        assertThat(fault(Map.of(measure, measure.lowest() - 1), Set.of(), 0))
            .contains(measure.title(), "expected " + measure.range());
        assertThat(fault(Map.of(measure, measure.highest() + 1), Set.of(), 0))
            .contains("expected " + measure.range());
      }
    }
  }

  @Test
  void pressuresComeTogetherAndTheDiastolicIsLower() {
    assertThat(pressure(120, 80)).isNull();
    assertThat(pressure(120, 119)).isNull();
    assertThat(pressure(120, 120))
        .isEqualTo("Diastolic pressure 120 mmHg: expected below the systolic, 120 mmHg");
    assertThat(pressure(80, 120)).contains("expected below the systolic");
    assertThat(pressure(281, 80)).isEqualTo("Systolic pressure 281 mmHg: expected 40 to 280 mmHg");
    assertThat(pressure(39, 20)).contains("expected 40 to 280 mmHg");
    assertThat(fault(Map.of(Measure.SYSTOLIC, 120), Set.of(), 0)).contains("together");
    assertThat(fault(Map.of(Measure.SYSTOLIC, 120), Set.of(Measure.DIASTOLIC), 0))
        .contains("together");
    assertThat(fault(Map.of(), Set.of(Measure.SYSTOLIC, Measure.DIASTOLIC), 0)).isNull();
  }

  @Test
  void aReadingSaysSomethingAndNoTwoThings() {
    assertThat(fault(Map.of(), Set.of(), 0)).contains("empty");
    assertThat(fault(Map.of(Measure.SPO2, 97), Set.of(Measure.SPO2), 0)).contains("not both");
  }

  @Test
  void aCorrectionIsOfAReadingThatStandsAndOfAllOfIt() {
    assertThat(fault(Map.of(Measure.SPO2, 95), Set.of(), 1)).isNull();
    assertThat(fault(Map.of(), Set.of(Measure.SPO2), 1)).isNull();
    assertThat(fault(Map.of(Measure.SPO2, 95), Set.of(), 9)).startsWith("Reading 9: expected");
    assertThat(fault(Map.of(Measure.SPO2, 95), Set.of(), 2)).contains("all of what it has");
    seen.corrects(1, 3, Map.of(Measure.SPO2, 95));
    assertThat(fault(Map.of(Measure.SPO2, 94), Set.of(), 1)).contains("that stands");
    assertThat(fault(Map.of(Measure.SPO2, 94), Set.of(), 3)).isNull();
  }

  @Test
  void aReadingIsMadeVoidOnceWithAReasonAndItsVoidStands() {
    assertThat(fault(Map.of(), Set.of(), 1)).isNull();
    assertThat(fault(Map.of(), Set.of(), 9)).startsWith("Reading 9: expected");
    seen.voids(1, 3);
    assertThat(fault(Map.of(), Set.of(), 1)).contains("that stands");
    assertThat(fault(Map.of(Measure.SPO2, 94), Set.of(), 1)).contains("that stands");
    assertThat(fault(Map.of(), Set.of(), 3)).as("a void is final").contains("that stands");
    assertThat(fault(Map.of(Measure.SPO2, 94), Set.of(), 3)).contains("that stands");
  }

  @Test
  void whoeverCorrectsSaysWhy() {
    for (String reason : List.of("", " ")) {
      for (Map<Measure, Integer> values : List.of(Map.of(Measure.SPO2, 95), NOTHING)) {
        Reading silent =
            new Reading(3, 1, values, Set.of(), reason, Source.MANUAL, "rn-1", Seen.min(3));
        assertThat(ReadingCheck.fault(silent, seen.now()))
            .isEqualTo("Correction of reading 1: no reason, expected one");
      }
    }
  }

  @Test
  void valuesReadAsStaffSayThem() {
    assertThat(Measure.TEMPERATURE.text(365)).isEqualTo("36.5 \u00b0C");
    assertThat(Measure.SPO2.text(98)).isEqualTo("98 %");
    assertThat(Measure.RASS.range()).isEqualTo("-5 to 4");
  }
}
