package org.tenuto.benchmarks;

import java.util.List;

/** How far the same figure is expected to be off when it is measured again. */
final class Spread {

  /** Fewer say nothing about the next. */
  private static final int FEWEST = 3;

  private static final double STANDARD_ERRORS = 2;

  private Spread() {}

  /**
   * Of a figure that was taken from several blocks: two standard errors of their mean.
   *
   * @param ofBlocks the figure of each block by itself
   * @return in the same unit; NaN for fewer than three blocks
   */
  static double ofBlocks(List<Double> ofBlocks) {
    int count = ofBlocks.size();
    if (count < FEWEST) {
      return Double.NaN;
    }
    double mean = ofBlocks.stream().mapToDouble(Double::doubleValue).sum() / count;
    double squares = 0;
    for (double one : ofBlocks) {
      squares += (one - mean) * (one - mean);
    }
    return STANDARD_ERRORS * StrictMath.sqrt(squares / (count - 1) / count);
  }
}
