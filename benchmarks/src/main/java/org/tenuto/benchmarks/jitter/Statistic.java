package org.tenuto.benchmarks.jitter;

/** What is told of wake-up errors. */
enum Statistic {
  P50("p50", 50, 1.10),
  P99("p99", 99, 1.25),
  /** The median of the largest error of each second: what stays steady on a shared machine. */
  W1MAX("w1max", Double.NaN, 1.25),
  P999("p99.9", 99.9, Double.NaN),
  MAX("max", 100, Double.NaN);

  private final String text;
  private final double percent;
  private final double atMost;

  Statistic(String text, double percent, double atMost) {
    this.text = text;
    this.percent = percent;
    this.atMost = atMost;
  }

  /** As printed. */
  String text() {
    return text;
  }

  /** Of the errors that do not exceed it, %; NaN if it is no percentile. */
  double percent() {
    return percent;
  }

  /** So many times the twin's, at most, are promised; NaN where nothing is. */
  double atMost() {
    return atMost;
  }

  /** Whether a ratio to the twin's is told at all: rarer ones are the machine's own. */
  boolean isCompared() {
    return !Double.isNaN(atMost);
  }
}
