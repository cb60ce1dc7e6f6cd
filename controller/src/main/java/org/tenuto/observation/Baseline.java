package org.tenuto.observation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was observed before the infusion: two blood pressures at least 5 min apart within the last 15
 * min, CADSS-6, MOAA/S and pain; and from them what later values are compared with. Pure.
 *
 * <p>The schedule is the one ketamine clinics publish, its figures are defaults of this project.
 */
public final class Baseline {

  /** The second blood pressure comes no earlier than this after the first, ns: 5 min. */
  public static final long APART_NS = 300_000_000_000L;

  /** What is older at the start is no baseline, ns: 15 min. */
  public static final long OLDEST_NS = 900_000_000_000L;

  private static final List<Measure> SCALES =
      List.of(Measure.CADSS_6, Measure.MOAA_S, Measure.PAIN);

  private Baseline() {}

  /**
   * Mean of the last two values before the infusion; of one, if there is only one.
   *
   * @param sum of the values, in the measure's smallest step
   * @param values how many, 1 or 2
   */
  public record Mean(int sum, int values) {

    /** Whether a value is further above it than so many percent. Exact. */
    boolean isExceeded(int value, int percent) {
      return 100L * value * values > (long) sum * (100 + percent);
    }

    /** Whether a value is no further from it, up or down, than so many percent. Exact. */
    boolean isNear(int value, int percent) {
      return 100L * Math.abs((long) value * values - sum) <= (long) sum * percent;
    }

    /** Whether a value is at most so much above it. Exact. */
    boolean isAtMostAbove(int value, int by) {
      return (long) value * values <= sum + (long) by * values;
    }

    /** As staff read it, rounded down to the smallest step. */
    public String text(Measure measure) {
      return measure.text(Math.floorDiv(sum, values));
    }
  }

  /** What later values are compared with; null if it was not measured before the infusion. */
  public static @Nullable Mean of(Observations seen, Measure measure) {
    long startNs = seen.startNs();
    List<Integer> before =
        seen.measured(measure).stream()
            .filter(one -> isBefore(one, startNs))
            .map(one -> one.values().get(measure))
            .toList();
    List<Integer> last = before.subList(Math.max(0, before.size() - 2), before.size());
    return last.isEmpty()
        ? null
        : new Mean(last.stream().mapToInt(Integer::intValue).sum(), last.size());
  }

  private static boolean isBefore(Reading one, long startNs) {
    return startNs == Observations.NEVER
        || (one.atNs() - startNs <= 0 && startNs - one.atNs() <= OLDEST_NS);
  }

  /**
   * What is missing for a start now, one line; null if nothing is.
   *
   * @param nowNs monotonic ns
   */
  public static @Nullable String missing(Observations seen, long nowNs) {
    String pressure = missingPressure(seen, true, nowNs);
    return pressure == null ? missingScale(seen) : pressure;
  }

  /**
   * What of the blood pressure is missing for a start now; null if nothing is.
   *
   * @param two whether one is not enough
   */
  static @Nullable String missingPressure(Observations seen, boolean two, long nowNs) {
    List<Reading> pressures =
        seen.measured(Measure.SYSTOLIC).stream()
            .filter(one -> nowNs - one.atNs() <= OLDEST_NS && nowNs - one.atNs() >= 0)
            .toList();
    if (pressures.isEmpty()) {
      return "Blood pressure before the start: none yet, expected "
          + (two ? "two 5 min apart" : "one of the last 15 min");
    }
    if (two && pressures.getLast().atNs() - pressures.getFirst().atNs() < APART_NS) {
      return "Blood pressure before the start: one yet, expected a second 5 min after it";
    }
    return null;
  }

  /** The scale that is missing for a start; null if none is. */
  static @Nullable String missingScale(Observations seen) {
    for (Measure scale : SCALES) {
      if (seen.measured(scale).isEmpty()) {
        return scale.title() + " before the start: missing, expected a score";
      }
    }
    return null;
  }

  /** When the second blood pressure can be taken; {@link Observations#NEVER} if none is awaited. */
  public static long secondDueNs(Observations seen, long nowNs) {
    List<Reading> pressures =
        seen.measured(Measure.SYSTOLIC).stream()
            .filter(one -> nowNs - one.atNs() <= OLDEST_NS)
            .toList();
    boolean awaited =
        !pressures.isEmpty()
            && pressures.getLast().atNs() - pressures.getFirst().atNs() < APART_NS;
    return awaited ? pressures.getFirst().atNs() + APART_NS : Observations.NEVER;
  }
}
