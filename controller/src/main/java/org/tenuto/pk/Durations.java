package org.tenuto.pk;

/** The longest time the room computes with: 1e9 s, so that no product of its figures overflows. */
final class Durations {

  private static final double LONGEST_S = 1e9;

  private Durations() {}

  /**
   * The time, if it is above 0 and at most the longest.
   *
   * @throws IllegalArgumentException in one line naming it, if it is not
   */
  static double require(String name, double s) {
    if (!(s > 0 && s <= LONGEST_S)) {
      throw new IllegalArgumentException(
          name + " " + s + " s: expected above 0, at most " + LONGEST_S + " s");
    }
    return s;
  }
}
