package org.tenuto.observation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of a session ask of readings: what is wanting for each, one line; null if nothing
 * is. What could not be measured is wanting. Pure; any thread.
 *
 * <p>Sources. Blood pressure within 20 % of before and MOAA/S 5: Aldrete's score and clinics'
 * practice, not verified; CADSS-6 at most 2 above before: a default of this project.
 */
public final class Criteria {

  /** Blood pressure may be so far from before, percent. */
  static final int PRESSURE_PERCENT = 20;

  /** CADSS-6 may be so far above before, points. */
  static final int CADSS_ABOVE = 2;

  /** Responds readily to its name. */
  static final int ALERT = 5;

  private Criteria() {}

  /**
   * Vital signs before a start, and nothing in them that asks not to start; nothing once it began.
   *
   * @param full whether two blood pressures 5 min apart are asked for, else one
   */
  public static @Nullable String baselineVitals(
      Observations seen, Thresholds thresholds, boolean full, long nowNs) {
    if (seen.startNs() != Observations.NEVER) {
      return null;
    }
    String missing = Baseline.missingPressure(seen, full, nowNs);
    return missing == null ? Assessment.againstStart(seen, thresholds, nowNs) : missing;
  }

  /** Scales before a start; nothing once it began. */
  public static @Nullable String baselineScales(Observations seen) {
    return seen.startNs() == Observations.NEVER ? Baseline.missingScale(seen) : null;
  }

  /** A full set of the last 15 min, and the blood pressure about as it was before. */
  public static @Nullable String pressure(Observations seen, long nowNs) {
    String missing = ObservationSchedule.missingForDischarge(seen, nowNs);
    if (missing != null) {
      return missing;
    }
    for (Measure measure : List.of(Measure.SYSTOLIC, Measure.DIASTOLIC)) {
      Integer value = sinceEnd(seen, measure);
      Baseline.Mean before = Baseline.of(seen, measure);
      if (value == null || before == null) {
        return missing(measure, value);
      }
      if (!before.isNear(value, PRESSURE_PERCENT)) {
        return "%s %s: expected within %d %% of %s before"
            .formatted(
                measure.title(), measure.text(value), PRESSURE_PERCENT, before.text(measure));
      }
    }
    return null;
  }

  /** MOAA/S, scored after the infusion. */
  public static @Nullable String alert(Observations seen) {
    Integer score = sinceEnd(seen, Measure.MOAA_S);
    if (score == null) {
      return missing(Measure.MOAA_S, null);
    }
    return score == ALERT ? null : "MOAA/S " + score + ": expected " + ALERT;
  }

  /** CADSS-6, scored after the infusion. */
  public static @Nullable String dissociation(Observations seen) {
    Integer score = sinceEnd(seen, Measure.CADSS_6);
    Baseline.Mean before = Baseline.of(seen, Measure.CADSS_6);
    if (score == null || before == null) {
      return missing(Measure.CADSS_6, score);
    }
    return before.isAtMostAbove(score, CADSS_ABOVE)
        ? null
        : "CADSS-6 %d: expected at most %d above %s before"
            .formatted(score, CADSS_ABOVE, before.text(Measure.CADSS_6));
  }

  private static String missing(Measure measure, @Nullable Integer value) {
    return measure.title()
        + (value == null
            ? " after the infusion: missing, expected one"
            : " before the infusion: missing, nothing to compare with");
  }

  /** The last value since the infusion ended; null if it was not measured, or could not be. */
  private static @Nullable Integer sinceEnd(Observations seen, Measure measure) {
    Reading last = seen.lastAttending(measure);
    boolean after =
        last != null
            && !seen.isUnderWay()
            && (seen.endNs() == Observations.NEVER || last.atNs() - seen.endNs() >= 0);
    return last == null || !after ? null : last.value(measure);
  }
}
