package org.tenuto.library;

/**
 * One figure of a drug library.
 *
 * @param name what it is within its item, e.g. {@code soft highest}
 * @param text as written for people
 * @param side what a change of it means
 * @param value what limits are compared by, in the smallest unit of its kind; else 0
 */
public record Figure(String name, String text, Side side, long value) {

  /** What a change of a figure means for what may be given. */
  public enum Side {
    /** Limits from below: a lower one is wider. */
    LOWEST,
    /** Limits from above: a higher one is wider. */
    HIGHEST,
    /** Is allowed by being there: one more is wider. */
    ALLOWED,
    /** Is checked by being there: one more is narrower. */
    CHECKED,
    /** {@code yes} or {@code no}: whether it can be ordered. */
    ENABLED,
    /** Says nothing of width. */
    PLAIN
  }

  static Figure plain(String name, String text) {
    return new Figure(name, text, Side.PLAIN, 0);
  }

  static Figure allowed(String name) {
    return new Figure(name, "allowed", Side.ALLOWED, 0);
  }

  static Figure enabled(boolean enabled) {
    return new Figure("enabled", enabled ? "yes" : "no", Side.ENABLED, 0);
  }
}
