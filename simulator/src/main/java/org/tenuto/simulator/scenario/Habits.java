package org.tenuto.simulator.scenario;

import java.util.random.RandomGenerator;

/**
 * How one member of staff works.
 *
 * @param reactionNs from what they see to what they do, ns
 * @param primes whether they fill the line before the order
 * @param ordersAgain how often they order the same once more after an order that ended early
 */
public record Habits(long reactionNs, boolean primes, int ordersAgain) {

  private static final long S = 1_000_000_000;
  private static final long QUICKEST_NS = S;
  private static final long SLOWEST_NS = 15 * S;

  /** Somebody who does what has to be done, at once. */
  static final Habits BY_THE_BOOK = new Habits(2 * S, false, 0);

  static Habits draw(RandomGenerator random) {
    return new Habits(
        random.nextLong(QUICKEST_NS, SLOWEST_NS), random.nextInt(4) == 0, random.nextInt(3) / 2);
  }
}
