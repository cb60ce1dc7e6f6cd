package org.tenuto.benchmarks.jitter;

import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Ratios to the twin, each of two blocks of the same round; what is told is the middle one of the
 * rounds. Of pairs that changed places two rounds make one ratio, their geometric mean: what one
 * processor has over the other is not in it.
 * Rounds of which none can be given are left out.
 */
final class JitterRatios {

  private final double[] perRound;

  private JitterRatios(double[] perRound) {
    this.perRound = perRound;
  }

  /** Of a subject under a load. */
  static JitterRatios of(
      JitterBlocks blocks, boolean pair, JitterLoad load, JitterSubject subject, Statistic what) {
    return of(blocks.rounds(), pair, round -> blocks.ratio(round, load, subject, what));
  }

  /** The same under a load, over the same when idle. */
  static JitterRatios overIdle(
      JitterBlocks blocks, boolean pair, JitterLoad load, JitterSubject subject, Statistic what) {
    return of(
        blocks.rounds(),
        pair,
        round ->
            blocks.ratio(round, load, subject, what)
                / blocks.ratio(round, JitterLoad.IDLE, subject, what));
  }

  private static JitterRatios of(int rounds, boolean pair, IntToDoubleFunction ofRound) {
    DoubleStream all =
        pair
            ? IntStream.range(0, rounds / 2)
                .mapToDouble(
                    i ->
                        Math.sqrt(ofRound.applyAsDouble(2 * i) * ofRound.applyAsDouble(2 * i + 1)))
            : IntStream.range(0, rounds).mapToDouble(ofRound);
    return new JitterRatios(all.filter(Double::isFinite).toArray());
  }

  /** The middle one; NaN of none. */
  double median() {
    return Median.of(perRound);
  }

  /** Half of what lies between the least and the largest; NaN of fewer than two. */
  double spread() {
    return Median.spread(perRound);
  }
}
