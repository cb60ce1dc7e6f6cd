package org.tenuto.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** How long one loop took to stop, block by block. One thread. */
final class StopTimes {

  /** Three digits, up to a minute. */
  private static final long HIGHEST_NS = 60_000_000_000L;

  private static final int DIGITS = 3;

  private final Histogram all = new Histogram(HIGHEST_NS, DIGITS);
  private final List<Histogram> blocks = new ArrayList<>();
  private String timing = "";

  /** Another block begins. */
  void begin(String statement) {
    timing = statement;
    blocks.add(new Histogram(HIGHEST_NS, DIGITS));
  }

  void add(long latencyNs) {
    all.recordValue(latencyNs);
    blocks.getLast().recordValue(latencyNs);
  }

  /** What the kernel granted the loop. */
  String timing() {
    return timing;
  }

  long trials() {
    return all.getTotalCount();
  }

  /** So many of a hundred stops took no longer, ns. */
  long percentileNs(double percent) {
    return all.getValueAtPercentile(percent);
  }

  long longestNs() {
    return all.getMaxValue();
  }

  /** The same of each block, ns. */
  List<Double> blockPercentilesNs(double percent) {
    return blocks.stream().map(block -> (double) block.getValueAtPercentile(percent)).toList();
  }

  /** All of them, ns. */
  Histogram all() {
    return all;
  }
}
