package org.tenuto.driver.stepper;

/**
 * Counts an incremental encoder: two tracks a quarter apart, every edge is a count, forward where A
 * goes before B. Loop thread only; allocates nothing.
 */
final class Encoder {

  private boolean a;
  private boolean b;
  private long counts;
  private boolean torn;

  /** The tracks stand at these levels: from here it counts. */
  void standAt(boolean levelA, boolean levelB) {
    a = levelA;
    b = levelB;
  }

  /** Track A went to a level. */
  void edgeA(boolean level) {
    torn |= level == a;
    a = level;
    counts += a == b ? -1 : 1;
  }

  /** Track B went to a level. */
  void edgeB(boolean level) {
    torn |= level == b;
    b = level;
    counts += a == b ? 1 : -1;
  }

  /** Counts forward since the start. */
  long counts() {
    return counts;
  }

  /** Whether a track went twice to the same level, ever: an edge is missing. */
  boolean isTorn() {
    return torn;
  }
}
