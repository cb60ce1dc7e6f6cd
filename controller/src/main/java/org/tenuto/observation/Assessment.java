package org.tenuto.observation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.observation.Threshold.When;

/**
 * Holds the last readings against the limits and says what staff are asked. Advice stands until a
 * later reading of the same measure is on the right side of the limit; a reading that could not be
 * taken clears nothing. Pure; any thread.
 */
public final class Assessment {

  /** Not measurable for so long: staff are asked to pause, ns: 60 s, a default of this project. */
  public static final long UNKNOWN_PAUSE_NS = 60_000_000_000L;

  private static final String OURS = "default of this project";

  private final Observations seen;
  private final Thresholds thresholds;
  private final long nowNs;

  private Assessment(Observations seen, Thresholds thresholds, long nowNs) {
    this.seen = seen;
    this.thresholds = thresholds;
    this.nowNs = nowNs;
  }

  /** What staff are asked now, most urgent first; at most two for one measure. */
  public static List<Advice> of(Observations seen, Thresholds thresholds, long nowNs) {
    Assessment assessment = new Assessment(seen, thresholds, nowNs);
    List<Advice> all = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      Advice value = assessment.ofValue(measure);
      Advice unknown = assessment.ofUnknown(measure);
      if (value != null) {
        all.add(value);
      }
      if (unknown != null) {
        all.add(unknown);
      }
    }
    all.sort(Comparator.comparing(Advice::level).reversed());
    return all;
  }

  /** Whether staff took note of it: said what they do. */
  public static boolean isNoted(Observations seen, Advice advice) {
    return seen.noted().stream().anyMatch(note -> note.covers(advice));
  }

  /**
   * The reading an opted-in device pauses for: one of the infusion under way, beyond a limit that
   * asks for a pause or more, confirmed by another, neither taken note of nor paused for already.
   *
   * @return null if there is none
   */
  public static @Nullable Advice pauseOwed(
      Observations seen, Thresholds thresholds, long nowNs) {
    if (!seen.isUnderWay()) {
      return null;
    }
    return of(seen, thresholds, nowNs).stream()
        .filter(advice -> advice.confirmed() && advice.level() != Level.ADVISORY)
        .filter(advice -> advice.reading() > seen.pausedFor())
        .filter(advice -> !isNoted(seen, advice))
        .findFirst()
        .orElse(null);
  }

  /**
   * Why an infusion should not be started by what was measured, one line; null if nothing says. What
   * asks for a pause staff may go on with, which is on record; what asks for a stop they may not.
   */
  public static @Nullable String againstStart(
      Observations seen, Thresholds thresholds, long nowNs) {
    return of(seen, thresholds, nowNs).stream()
        .filter(advice -> advice.level() != Level.ADVISORY)
        .filter(advice -> advice.level() == Level.STOP || !isContinuedWith(seen, advice))
        .map(Advice::text)
        .findFirst()
        .orElse(null);
  }

  private static boolean isContinuedWith(Observations seen, Advice advice) {
    return seen.noted().stream()
        .anyMatch(note -> note.action() == Noted.Action.CONTINUING && note.covers(advice));
  }

  private boolean holdsNow(Reading reading) {
    boolean begun = seen.startNs() != Observations.NEVER;
    return !begun || reading.atNs() - seen.startNs() > 0;
  }

  private @Nullable Advice ofValue(Measure measure) {
    List<Reading> run = seen.measured(measure).stream().filter(this::holdsNow).toList();
    if (run.isEmpty()) {
      return null;
    }
    When when = seen.startNs() == Observations.NEVER ? When.BEFORE_START : When.FROM_START;
    Baseline.Mean baseline = when == When.FROM_START ? Baseline.of(seen, measure) : null;
    Advice worst = null;
    for (Threshold threshold : thresholds.of(measure, when)) {
      Advice advice = advice(threshold, run, baseline);
      if (advice != null && (worst == null || worst.level().compareTo(advice.level()) < 0)) {
        worst = advice;
      }
    }
    return worst;
  }

  private @Nullable Advice advice(
      Threshold threshold, List<Reading> run, Baseline.@Nullable Mean baseline) {
    Reading last = run.getLast();
    int value = value(last, threshold.measure());
    boolean confirmed = isConfirmed(threshold, run, baseline);
    if (!threshold.isBeyond(value, baseline) || (threshold.confirmedOnly() && !confirmed)) {
      return null;
    }
    String limit = threshold.text(baseline);
    String text =
        threshold.measure().title() + " " + threshold.measure().text(value) + ", " + limit + ": "
            + asked(threshold.level());
    return new Advice(
        threshold.level(),
        threshold.id(),
        threshold.measure(),
        last.number(),
        value,
        limit,
        threshold.origin(),
        confirmed,
        text);
  }

  /** Whether the last readings, over the time it takes, are all beyond the limit. */
  private static boolean isConfirmed(
      Threshold threshold, List<Reading> run, Baseline.@Nullable Mean baseline) {
    Reading last = run.getLast();
    for (Reading reading : run.reversed()) {
      if (!threshold.isBeyond(value(reading, threshold.measure()), baseline)) {
        return false;
      }
      boolean other = reading.number() != last.number();
      if (other && last.atNs() - reading.atNs() >= threshold.apartNs()) {
        return true;
      }
    }
    return false;
  }

  private static int value(Reading reading, Measure measure) {
    Integer value = reading.value(measure);
    if (value == null) {
      throw new IllegalStateException(measure + " of reading " + reading.number() + ": missing");
    }
    return value;
  }

  /** Unknown is not normal: at once worth a look, after a minute worth a pause. */
  private @Nullable Advice ofUnknown(Measure measure) {
    Reading last = seen.lastAttending(measure);
    if (last == null || measure.isScale() || last.value(measure) != null || !holdsNow(last)) {
      return null;
    }
    Level level =
        seen.isUnderWay() && nowNs - unknownSinceNs(measure) >= UNKNOWN_PAUSE_NS
            ? Level.PAUSE
            : Level.ADVISORY;
    String text =
        measure.title() + " not measurable, unknown is not normal: "
            + (level == Level.PAUSE ? asked(level) : "measure again");
    return new Advice(
        level, Advice.UNKNOWN, measure, last.number(), 0, "not measurable", OURS, false, text);
  }

  /** The first of the unbroken run of readings that could not be taken. */
  private long unknownSinceNs(Measure measure) {
    long sinceNs = nowNs;
    for (Reading reading : seen.standing().reversed()) {
      if (reading.attends(measure)) {
        if (reading.value(measure) != null) {
          return sinceNs;
        }
        sinceNs = reading.atNs();
      }
    }
    return sinceNs;
  }

  private String asked(Level level) {
    if (seen.startNs() == Observations.NEVER) {
      return switch (level) {
        case ADVISORY -> "look closer";
        case PAUSE -> "do not start";
        case STOP -> "do not start, call the clinician";
      };
    }
    return switch (level) {
      case ADVISORY -> "look closer";
      case PAUSE -> seen.isUnderWay() ? "pause?" : "call the clinician?";
      case STOP -> seen.isUnderWay() ? "stop, call the clinician" : "call the clinician";
    };
  }
}
