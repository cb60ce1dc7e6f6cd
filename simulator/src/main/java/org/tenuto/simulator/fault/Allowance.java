package org.tenuto.simulator.fault;

/**
 * How much of one kind a session may get: at most how many, each how long and how much.
 *
 * @param most how many at most, 0 or more
 * @param shortestMs how long each at least, ms; 0 for what is over at once
 * @param longestMs how long each at most, ms
 * @param weakest least size, in the kind's unit; 0 for a kind without
 * @param strongest greatest size
 */
public record Allowance(int most, long shortestMs, long longestMs, long weakest, long strongest) {

  /** It does not happen. */
  public static final Allowance NONE = upTo(0);

  /** Refuses ranges that are none. */
  public Allowance {
    if (most < 0 || shortestMs < 0 || shortestMs > longestMs || weakest > strongest) {
      throw new IllegalArgumentException(
          "allowance of %d for %d to %d ms, size %d to %d: expected the lowest first, from 0"
              .formatted(most, shortestMs, longestMs, weakest, strongest));
    }
  }

  /** So many at most, each over at once and without a size. */
  static Allowance upTo(int most) {
    return new Allowance(most, 0, 0, 0, 0);
  }

  /** Each so long. */
  Allowance lastingMs(long shortest, long longest) {
    return new Allowance(most, shortest, longest, weakest, strongest);
  }

  /** Each so much. */
  Allowance of(long least, long greatest) {
    return new Allowance(most, shortestMs, longestMs, least, greatest);
  }

  /** Everything that this kind can be, up to so many, each up to a minute long. */
  static Allowance anyOf(FaultKind kind, int most) {
    Allowance sized = upTo(most).of(kind.unit().least(), kind.unit().most());
    return kind.span() == Span.LASTING ? sized.lastingMs(1, 60_000) : sized;
  }
}
