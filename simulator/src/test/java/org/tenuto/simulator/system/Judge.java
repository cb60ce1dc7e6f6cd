package org.tenuto.simulator.system;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds one order against the truth, whatever happened to the device meanwhile. It collects what is
 * wrong instead of throwing, so that a campaign goes on to its end.
 *
 * <p>Every time is the truth file's own clock. Where the machine held up the simulator or the loop,
 * what is promised within a time is given that much longer, and {@link #stalledMs} says so.
 */
final class Judge {

  /** One microstep of the simulated pump in the 26.6 mm barrel, rounded up. */
  static final long INCREMENT_NL = 119;

  /** One digit of its counter below 1 mL. */
  private static final long DIGIT_NL = 1_000;

  /** A truth has a line every 100 ms. */
  private static final long LINE_NS = 100_000_000;

  /** Later than that is a stall, not the rounding of a timer. */
  private static final long STALL_NS = 20_000_000;

  private static final long NS_PER_MS = 1_000_000;

  private final Truth truth;
  private final Ordered ordered;
  private final List<String> wrong = new ArrayList<>();
  private long stalledNs;

  Judge(Truth truth, Ordered ordered) {
    this.truth = truth;
    this.ordered = ordered;
  }

  /** What is wrong; empty if nothing is. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /** By how much the machine's own stalls widened a bound, ms. */
  long stalledMs() {
    return stalledNs / NS_PER_MS;
  }

  /** What the plunger has delivered of the order by the end of the truth, nL. */
  long deliveredNl() {
    return truth.last().deliveredNl() - ordered.baseNl();
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency for one method
  private void require(boolean right, String otherwise, Object... values) {
    if (!right) {
      wrong.add(otherwise.formatted(values));
    }
  }

  /** Never more than ordered, at any moment of the truth. */
  Judge neverMoreThanOrdered() {
    long atMostNl = ordered.baseNl() + ordered.volumeNl() + INCREMENT_NL;
    truth.moments().stream()
        .filter(moment -> moment.deliveredNl() > atMostNl)
        .findFirst()
        .ifPresent(
            m ->
                wrong.add("delivered %d nL above the order".formatted(m.deliveredNl() - atMostNl)));
    return this;
  }

  /** Never faster than the highest rate permitted: nothing that was missed is made up for. */
  Judge neverInABurst() {
    for (int i = 1; i < truth.moments().size(); i++) {
      Truth.Moment before = truth.moments().get(i - 1);
      Truth.Moment after = truth.moments().get(i);
      long nl = after.deliveredNl() - before.deliveredNl();
      long intervalNs = after.monoNs() - before.monoNs();
      require(
          nl <= ordered.atMostInNl(intervalNs) * 101 / 100 + 2 * INCREMENT_NL,
          "%d nL in %d ms, at most %d permitted, until %s",
          nl,
          intervalNs / NS_PER_MS,
          ordered.atMostInNl(intervalNs),
          after);
    }
    return this;
  }

  /** Each ledger that was ever shown or recorded contains what the plunger had done by then. */
  Judge bracketedBy(List<Published> ledgers) {
    ledgers.stream().filter(one -> one.nonce() == ordered.nonce()).forEach(this::bracket);
    return this;
  }

  private void bracket(Published one) {
    long beforeNl = truth.deliveredByNl(one.fromNs()) - ordered.baseNl();
    require(
        one.atMostNl() + INCREMENT_NL >= beforeNl, "%s, but %d nL were delivered", one, beforeNl);
    truth
        .firstFrom(one.toNs())
        .map(moment -> moment.deliveredNl() - ordered.baseNl())
        .ifPresent(
            afterNl ->
                require(one.atLeastNl() <= afterNl, "%s, but only %d nL were", one, afterNl));
  }

  /**
   * At rest in time after a cause, and from then on to the end of the truth.
   *
   * @param stalledInLoopNs how late the loop was meanwhile, by its own record
   * @return when the first reading at rest came after the cause, ms; -1 if nothing moved
   */
  long restsWithin(long limitNs, long causeNs, long stalledInLoopNs) {
    long lastMovingNs =
        truth.lastMoving().map(Truth.Moment::monoNs).filter(ns -> ns >= causeNs).orElse(-1L);
    if (lastMovingNs < 0) {
      return -1;
    }
    long restNs = truth.firstFrom(lastMovingNs + 1).map(Truth.Moment::monoNs).orElse(-1L);
    require(restNs > 0, "never at rest");
    long stallNs = Math.max(0, truth.longestGapNs(causeNs, restNs) - LINE_NS) + stalledInLoopNs;
    stalledNs += stallNs > STALL_NS ? stallNs : 0;
    require(
        restNs - causeNs <= limitNs + stalledNs,
        "at rest %d ms after the cause, stalled for %d ms",
        (restNs - causeNs) / NS_PER_MS,
        stalledMs());
    return (restNs - causeNs) / NS_PER_MS;
  }

  /** Nothing has moved from a moment to the end of the truth, and the simulator has lived on. */
  Judge stillSince(long monoNs) {
    require(truth.last().monoNs() > monoNs, "the simulator has not lived on");
    require(!truth.anyAfter(monoNs, Truth.Moment::moving), "moved though at rest");
    return this;
  }

  /**
   * All of it was delivered, but for a digit of the pump's counter, and two for each pause or
   * change: what was delivered at most is not delivered again.
   */
  Judge complete(int stops) {
    long missingNl = ordered.volumeNl() - deliveredNl();
    require(
        missingNl <= DIGIT_NL + 2L * stops * DIGIT_NL,
        "only %d of %d nL delivered",
        deliveredNl(),
        ordered.volumeNl());
    return this;
  }

  /** The record's last word contains what was delivered, at most so much more than it said. */
  Judge endsWithin(long atLeastNl, long atMostNl) {
    require(
        atLeastNl <= deliveredNl() && deliveredNl() <= atMostNl + INCREMENT_NL,
        "record: %d to %d nL, truth %d nL",
        atLeastNl,
        atMostNl,
        deliveredNl());
    return this;
  }
}
