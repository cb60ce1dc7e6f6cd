package org.tenuto.benchmarks.jitter;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What one subject did in one block.
 *
 * @param errorsNs wake-up errors, ns
 * @param worstOfSecondsNs the largest of each second, ns; empty where nobody kept them
 * @param missed deadlines that had gone by before the loop saw to them
 * @param cost what the kernel counted meanwhile
 * @param timing what the kernel granted it, in its own words
 */
record Block(
    Histogram errorsNs, List<Long> worstOfSecondsNs, long missed, KernelCost cost, String timing) {

  /** The block of a loop that wrote a log. */
  static Block of(Wakes wakes, boolean catchesUp, KernelCost cost, String timing) {
    return new Block(
        wakes.errors(catchesUp),
        wakes.worstOfSecondsNs(),
        wakes.missed(catchesUp),
        cost,
        timing);
  }

  /** One of the figures of it that are compared, ns; NaN if it has none. */
  double ns(Statistic statistic) {
    return statistic == Statistic.W1MAX
        ? Median.of(worstOfSecondsNs.stream().mapToDouble(Long::doubleValue).toArray())
        : errorsNs.getValueAtPercentile(statistic.percent());
  }
}
