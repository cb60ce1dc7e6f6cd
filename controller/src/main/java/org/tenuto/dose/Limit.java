package org.tenuto.dose;

/**
 * A figure's limits on both sides. The hard ones contain the soft ones, which contain what is
 * usual. Ends may coincide: 40 min can be both the usual and the shortest time.
 *
 * @param typical the usual value
 * @param soft values outside need a reason and a second person
 * @param hard values outside are refused
 * @param evidence how well the numbers are founded
 * @param source where they are from
 */
public record Limit<T extends Comparable<T>>(
    T typical, Bounds<T> soft, Bounds<T> hard, Evidence evidence, String source) {

  public Limit {
    if (!hard.contain(soft) || !soft.contain(typical)) {
      throw new IllegalArgumentException(
          "limit " + soft + " within " + hard + ": expected the hard bounds to contain the soft");
    }
  }
}
