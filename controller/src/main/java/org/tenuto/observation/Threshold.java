package org.tenuto.observation;

import org.jspecify.annotations.Nullable;

/**
 * One limit of one measure, and what staff are asked beyond it.
 *
 * @param id stable name
 * @param when before the infusion, or from its start on
 * @param side which side of the limit is beyond it
 * @param limit in the measure's smallest step; by which percent with {@link Side#ABOVE_BASELINE}
 * @param apartNs two readings confirm each other that are at least so far apart, ns
 * @param confirmedOnly whether it takes two readings that confirm each other to say anything
 * @param origin where the number is from, in plain words
 */
public record Threshold(
    String id,
    Measure measure,
    When when,
    Level level,
    Side side,
    int limit,
    long apartNs,
    boolean confirmedOnly,
    String origin) {

  /** When it holds. */
  public enum When {
    BEFORE_START,
    FROM_START
  }

  /** What is beyond it: more than the limit, never the limit itself. */
  public enum Side {
    ABOVE,
    BELOW,
    /** Further above the baseline than so many percent of it. */
    ABOVE_BASELINE
  }

  /** Whether a value is beyond it; without a baseline none is beyond one that goes by it. */
  boolean isBeyond(int value, Baseline.@Nullable Mean baseline) {
    return switch (side) {
      case ABOVE -> value > limit;
      case BELOW -> value < limit;
      case ABOVE_BASELINE -> baseline != null && baseline.isExceeded(value, limit);
    };
  }

  /** In a few words, e.g. {@code above 180 mmHg}. */
  public String text(Baseline.@Nullable Mean baseline) {
    return switch (side) {
      case ABOVE -> "above " + measure.text(limit);
      case BELOW -> "below " + measure.text(limit);
      case ABOVE_BASELINE ->
          limit
              + " % above baseline"
              + (baseline == null ? "" : " " + baseline.text(measure));
    };
  }
}
