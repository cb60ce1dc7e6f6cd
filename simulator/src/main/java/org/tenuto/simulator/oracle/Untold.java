package org.tenuto.simulator.oracle;

/** A cause that somebody has to be told of, and how long it has been there untold. */
final class Untold {

  private static final long NS_PER_MS = 1_000_000;

  private final String cause;
  private final long latencyNs;
  private boolean there;
  private long sinceNs;

  /**
   * It is not there yet.
   *
   * @param cause what it is, a few words
   * @param latencyNs so long it may be there untold
   */
  Untold(String cause, long latencyNs) {
    this.cause = cause;
    this.latencyNs = latencyNs;
  }

  /** Looks; whether it is there untold for too long. */
  boolean look(boolean present, boolean told, long nowNs) {
    if (!present || told) {
      there = false;
    } else if (!there) {
      there = true;
      sinceNs = nowNs;
    }
    return there && nowNs - sinceNs > latencyNs;
  }

  /** Whether it is there and untold. */
  boolean isThere() {
    return there;
  }

  /** What is promised and was not kept. */
  String text() {
    return cause + " for " + latencyNs / NS_PER_MS + " ms and no alarm tells it";
  }
}
