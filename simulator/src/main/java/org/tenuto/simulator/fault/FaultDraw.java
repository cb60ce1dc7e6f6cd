package org.tenuto.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Faults being drawn for one session. Each kind draws from a generator of its own: what one kind is
 * allowed does not change what becomes of the others. Durations are drawn evenly over their
 * magnitudes, for what matters is whether one is shorter than some time-out. Half of the faults
 * come at a few bad moments of the session, close to one another: what one safeguard catches, two
 * faults at once may get past. One thread.
 */
public final class FaultDraw {

  private static final long NS_PER_MS = 1_000_000;
  private static final int BAD_MOMENTS = 3;

  /** So far around a bad moment the faults of it begin. */
  private static final long AROUND_MS = 3_000;

  private final RandomGenerator random;
  private final long horizonMs;
  private final long[] badMomentsMs = new long[BAD_MOMENTS];
  private final List<Fault> faults = new ArrayList<>();

  /**
   * Begins.
   *
   * @param horizonNs by when everything is over, ns since the session began
   */
  FaultDraw(RandomGenerator random, long horizonNs) {
    if (horizonNs < 0) {
      throw new IllegalArgumentException("horizon " + horizonNs + " ns: expected 0 or more");
    }
    this.random = random;
    this.horizonMs = horizonNs / NS_PER_MS;
    for (int i = 0; i < badMomentsMs.length; i++) {
      badMomentsMs[i] = between(random, 0, horizonMs);
    }
  }

  /** Draws what is allowed of a kind; none that would not be over in time. */
  void some(FaultKind kind, Allowance allowed) {
    requireFit(kind, allowed);
    RandomGenerator own = new SplittableRandom(random.nextLong());
    for (int left = own.nextInt(allowed.most() + 1); left > 0; left--) {
      long longestMs = Math.min(allowed.longestMs(), horizonMs);
      if (allowed.shortestMs() <= longestMs) {
        faults.add(one(kind, allowed, longestMs, own));
      }
    }
  }

  private Fault one(FaultKind kind, Allowance allowed, long longestMs, RandomGenerator own) {
    long forMs = duration(own, allowed.shortestMs(), longestMs);
    long atMs = moment(own, horizonMs - forMs);
    long size = between(own, allowed.weakest(), allowed.strongest());
    return new Fault(kind, atMs * NS_PER_MS, forMs * NS_PER_MS, size);
  }

  /** Each magnitude as likely as the next. */
  private static long duration(RandomGenerator own, long shortestMs, long longestMs) {
    double magnitudes = StrictMath.log((longestMs + 1.0) / (shortestMs + 1.0));
    double drawnMs = (shortestMs + 1.0) * StrictMath.exp(own.nextDouble() * magnitudes) - 1;
    return Math.clamp((long) drawnMs, shortestMs, longestMs);
  }

  private long moment(RandomGenerator own, long latestMs) {
    if (own.nextBoolean()) {
      return between(own, 0, latestMs);
    }
    long badMs = badMomentsMs[own.nextInt(BAD_MOMENTS)];
    return Math.clamp(badMs + between(own, -AROUND_MS, AROUND_MS), 0, latestMs);
  }

  private static long between(RandomGenerator own, long lowest, long highest) {
    return own.nextLong(lowest, highest + 1);
  }

  private static void requireFit(FaultKind kind, Allowance allowed) {
    boolean lasting = kind.span() == Span.LASTING;
    boolean fits =
        allowed.most() == 0
            || (lasting == allowed.shortestMs() > 0
                && lasting == allowed.longestMs() > 0
                && kind.unit().allows(allowed.weakest())
                && kind.unit().allows(allowed.strongest()));
    if (!fits) {
      throw new IllegalArgumentException(
          "allowance of " + kind.text() + " " + allowed + ": expected " + expected(kind));
    }
  }

  private static String expected(FaultKind kind) {
    String span = kind.span() == Span.LASTING ? "some time" : "no time, it is over at once";
    return span + ", " + kind.unit().range();
  }

  /** What was drawn so far. */
  List<Fault> faults() {
    return List.copyOf(faults);
  }
}
