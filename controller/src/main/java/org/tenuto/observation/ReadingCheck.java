package org.tenuto.observation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a reading may go on record: it holds no slip that can be told. Pure; any thread. */
public final class ReadingCheck {

  private ReadingCheck() {}

  /**
   * One line naming what is wrong, its value and what was expected; null if nothing is.
   *
   * @param before what was observed so far in the session
   */
  public static @Nullable String fault(Reading reading, Observations before) {
    if (reading.measures().isEmpty() && !reading.voids()) {
      return "Reading is empty: expected at least one value, or what can't be measured";
    }
    for (Measure measure : Measure.values()) {
      Integer value = reading.value(measure);
      if (value != null && reading.unknown().contains(measure)) {
        return measure.title() + ": expected a value or not measurable, not both";
      }
      if (value != null && !measure.canBe(value)) {
        return measure.title() + " " + measure.text(value) + ": expected " + measure.range();
      }
    }
    String pressures = pressures(reading);
    return pressures == null ? correction(reading, before) : pressures;
  }

  /** Both or neither, and the diastolic is the lower one. */
  private static @Nullable String pressures(Reading reading) {
    boolean one = reading.attends(Measure.SYSTOLIC) != reading.attends(Measure.DIASTOLIC);
    Integer systolic = reading.value(Measure.SYSTOLIC);
    Integer diastolic = reading.value(Measure.DIASTOLIC);
    if (one || (systolic == null) != (diastolic == null)) {
      return "Blood pressure: expected systolic and diastolic together";
    }
    if (systolic != null && diastolic != null && diastolic >= systolic) {
      return Measure.DIASTOLIC.title()
          + " "
          + Measure.DIASTOLIC.text(diastolic)
          + ": expected below the systolic, "
          + Measure.SYSTOLIC.text(systolic);
    }
    return null;
  }

  /** Only what stands can be corrected, all of it at once, and with a reason. */
  private static @Nullable String correction(Reading reading, Observations before) {
    if (reading.corrects() == 0) {
      return null;
    }
    Reading old = before.standing(reading.corrects());
    if (old == null || old.voids()) {
      return "Reading " + reading.corrects() + ": expected one of this session that stands";
    }
    if (reading.reason().isBlank()) {
      return "Correction of reading " + old.number() + ": no reason, expected one";
    }
    Set<Measure> measures = old.measures();
    return reading.voids() || measures.equals(reading.measures())
        ? null
        : "Correction of reading " + old.number() + ": expected all of what it has and no more";
  }
}
