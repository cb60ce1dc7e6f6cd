package org.tenuto.observation;

import java.util.Set;

/**
 * One observation that is due at a moment.
 *
 * @param series which clock it belongs to
 * @param dueNs when, monotonic ns
 * @param needs what has to be measured, or said not to be measurable
 * @param title what it is called, e.g. {@code 15 min} or {@code end}
 */
public record Due(Series series, long dueNs, Set<Measure> needs, String title) {

  /** So long before it is due a reading counts for it, ns: 2 min, a default of this project. */
  public static final long EARLY_NS = 120_000_000_000L;

  /** So late staff are told, ns: 2 min, a default of this project. */
  public static final long PROMPT_NS = 120_000_000_000L;

  /** So late staff are asked to pause, ns: 5 min, a default of this project. */
  public static final long PAUSE_PROMPT_NS = 300_000_000_000L;

  public Due {
    needs = Set.copyOf(needs);
  }

  /** What is due together. */
  public enum Series {
    VITAL_SIGNS("Vital signs"),
    SCALES("Scales");

    private final String title;

    Series(String title) {
      this.title = title;
    }

    /** What staff call it. */
    public String title() {
      return title;
    }
  }

  /** How late it is. Least first. */
  public enum Lateness {
    NOT_YET,
    DUE,
    /** Late by 2 min or more. */
    PROMPT,
    /** Late by 5 min or more. */
    PAUSE_PROMPT
  }

  /** How late it is at a moment when it is not done. */
  public Lateness lateness(long nowNs) {
    long lateNs = nowNs - dueNs;
    if (lateNs >= PAUSE_PROMPT_NS) {
      return Lateness.PAUSE_PROMPT;
    }
    if (lateNs >= PROMPT_NS) {
      return Lateness.PROMPT;
    }
    return lateNs >= 0 ? Lateness.DUE : Lateness.NOT_YET;
  }
}
