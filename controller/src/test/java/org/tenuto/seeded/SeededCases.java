package org.tenuto.seeded;

import java.util.SplittableRandom;

/**
 * Holds a law against many random cases. Each case has a seed of its own, which its failure names:
 * {@link #replay} with it is that case alone.
 */
public final class SeededCases {

  private SeededCases() {}

  /** Something that holds for every case. */
  public interface Law {
    /** Draws what it needs and asserts. */
    void check(Draw draw) throws Exception;
  }

  /**
   * Checks so many cases, the same ones for the same seed.
   *
   * @param cases at least 1
   * @throws AssertionError at the first that fails, naming its own seed and what it drew
   */
  public static void check(long seed, int cases, Law law) {
    if (cases < 1) {
      throw new IllegalArgumentException("cases " + cases + ": expected at least 1");
    }
    SplittableRandom seeds = new SplittableRandom(seed);
    for (int i = 0; i < cases; i++) {
      replay(seeds.nextLong(), law);
    }
  }

  /** Checks the one case that has that seed. */
  public static void replay(long caseSeed, Law law) {
    Draw draw = new Draw(caseSeed);
    try {
      law.check(draw);
    } catch (Exception | AssertionError e) {
      throw new AssertionError(
          "SeededCases.replay(" + caseSeed + "L, …) drew " + draw + ": " + e.getMessage(), e);
    }
  }
}
