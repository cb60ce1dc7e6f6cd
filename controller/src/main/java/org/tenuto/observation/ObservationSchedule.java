package org.tenuto.observation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenuto.observation.Due.Series;

/**
 * When what is due, and what of it is done: a function of what was observed and of the time, so
 * that it is the same after a restart. Its clock runs from the start of the infusion and does not
 * stop in a pause. Pure.
 *
 * <p>While the infusion is under way: blood pressure, heart rate and SpO2 every 5 min, MOAA/S and
 * distress every 10. At its end blood pressure and CADSS-6; 10, 20, 30, 45, 60, 90 and 120 min after
 * it blood pressure, heart rate and SpO2, and CADSS-6 until it is no higher than before the infusion.
 * The moments are the clinics' practice, 5 min a default of this project.
 *
 * <p>What counts: a reading belongs to the last moment of its series that came, or comes within
 * {@link Due#EARLY_NS}. A moment is done when all it needs was measured, or said not to be
 * measurable, in readings that belong to it. Once one is done, those of its series before it are
 * over: done or missed, no longer late.
 */
public final class ObservationSchedule {

  /** Vital signs while infusing, ns: 5 min. */
  public static final long VITALS_NS = 300_000_000_000L;

  /** Scales while infusing, ns: 10 min. */
  public static final long SCALES_NS = 600_000_000_000L;

  private static final long MIN_NS = 60_000_000_000L;
  private static final int[] AFTER_MIN = {10, 20, 30, 45, 60, 90, 120};

  private static final Set<Measure> PRESSURE = EnumSet.of(Measure.SYSTOLIC, Measure.DIASTOLIC);
  private static final Set<Measure> VITALS =
      EnumSet.of(Measure.SYSTOLIC, Measure.DIASTOLIC, Measure.HEART_RATE, Measure.SPO2);
  private static final Set<Measure> WATCHED = EnumSet.of(Measure.MOAA_S, Measure.DISTRESS);
  private static final Set<Measure> DISSOCIATION = EnumSet.of(Measure.CADSS_6);
  private static final Set<Measure> FULL_SET =
      EnumSet.range(Measure.SYSTOLIC, Measure.RESPIRATION);

  private ObservationSchedule() {}

  /**
   * One series at a moment.
   *
   * @param next the first that is not over, due or still to come; null if no more are due
   * @param missed those that are over and were not done, oldest first
   */
  public record State(Series series, @Nullable Due next, List<Due> missed) {

    public State {
      missed = List.copyOf(missed);
    }
  }

  /** Both series. */
  public static List<State> at(Observations seen, long nowNs) {
    return List.of(at(Series.VITAL_SIGNS, seen, nowNs), at(Series.SCALES, seen, nowNs));
  }

  /** One series at a moment. */
  public static State at(Series series, Observations seen, long nowNs) {
    List<Due> moments = moments(series, seen, nowNs);
    boolean[] done = done(moments, seen);
    int over = -1;
    for (int i = 0; i < done.length; i++) {
      over = done[i] ? i : over;
    }
    List<Due> missed = new ArrayList<>();
    for (int i = 0; i < over; i++) {
      if (!done[i]) {
        missed.add(moments.get(i));
      }
    }
    Due next = over + 1 < moments.size() ? moments.get(over + 1) : null;
    return new State(series, next, missed);
  }

  private static boolean[] done(List<Due> moments, Observations seen) {
    List<Set<Measure>> attended = new ArrayList<>();
    moments.forEach(ignored -> attended.add(EnumSet.noneOf(Measure.class)));
    for (Reading reading : seen.standing()) {
      int at = belongsTo(moments, reading.atNs());
      if (at >= 0 && reading.atNs() - seen.startNs() >= 0) {
        attended.get(at).addAll(reading.measures());
      }
    }
    boolean[] done = new boolean[moments.size()];
    for (int i = 0; i < done.length; i++) {
      done[i] = attended.get(i).containsAll(moments.get(i).needs());
    }
    return done;
  }

  private static int belongsTo(List<Due> moments, long atNs) {
    int last = -1;
    for (int i = 0; i < moments.size(); i++) {
      if (moments.get(i).dueNs() - atNs <= Due.EARLY_NS) {
        last = i;
      }
    }
    return last;
  }

  /** All that came, and as many as may be done by now or come next. */
  private static List<Due> moments(Series series, Observations seen, long nowNs) {
    List<Due> moments = new ArrayList<>();
    if (seen.startNs() != Observations.NEVER) {
      during(moments, series, seen, nowNs);
      if (!seen.isUnderWay()) {
        after(moments, series, seen);
      }
    }
    return moments;
  }

  private static void during(List<Due> moments, Series series, Observations seen, long nowNs) {
    boolean vitals = series == Series.VITAL_SIGNS;
    long everyNs = vitals ? VITALS_NS : SCALES_NS;
    // One beyond the last that a reading of now can belong to.
    long untilNs = seen.isUnderWay() ? nowNs + Due.EARLY_NS + everyNs : seen.endNs() - 1;
    for (long dueNs = seen.startNs() + everyNs; dueNs - untilNs <= 0; dueNs += everyNs) {
      String title = (dueNs - seen.startNs()) / MIN_NS + " min";
      moments.add(new Due(series, dueNs, vitals ? VITALS : WATCHED, title));
    }
  }

  private static void after(List<Due> moments, Series series, Observations seen) {
    boolean vitals = series == Series.VITAL_SIGNS;
    moments.add(new Due(series, seen.endNs(), vitals ? PRESSURE : DISSOCIATION, "end"));
    for (int min : AFTER_MIN) {
      long dueNs = seen.endNs() + min * MIN_NS;
      if (vitals || !isBackAtBaseline(seen, dueNs)) {
        Set<Measure> needs = vitals ? VITALS : DISSOCIATION;
        moments.add(new Due(series, dueNs, needs, "end + " + min + " min"));
      }
    }
  }

  /** Whether CADSS-6, scored since the end and before that moment could be, is as before. */
  private static boolean isBackAtBaseline(Observations seen, long dueNs) {
    Baseline.Mean before = Baseline.of(seen, Measure.CADSS_6);
    Reading last =
        seen.measured(Measure.CADSS_6).stream()
            .filter(one -> one.atNs() - seen.endNs() >= -Due.EARLY_NS)
            .filter(one -> dueNs - one.atNs() > Due.EARLY_NS)
            .reduce((a, b) -> b)
            .orElse(null);
    Integer score = last == null ? null : last.value(Measure.CADSS_6);
    return before != null && score != null && !before.isExceeded(score, 0);
  }

  /**
   * What of the full set is missing for a discharge now, one line; null if nothing is: blood
   * pressure, heart rate, SpO2 and respiration, measured within the last 15 min.
   */
  public static @Nullable String missingForDischarge(Observations seen, long nowNs) {
    for (Measure measure : FULL_SET) {
      Reading last = seen.lastAttending(measure);
      boolean fresh = last != null && nowNs - last.atNs() <= Baseline.OLDEST_NS;
      if (last == null || !fresh || last.value(measure) == null) {
        return measure.title() + " for discharge: missing, expected one of the last 15 min";
      }
    }
    return null;
  }
}
