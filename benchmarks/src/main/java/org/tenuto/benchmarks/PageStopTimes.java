package org.tenuto.benchmarks;

import java.util.List;
import org.HdrHistogram.Histogram;

/** How long stops from the page took, of the device and of its twin. One thread. */
final class PageStopTimes {

  private static final long HIGHEST_NS = 60_000_000_000L;
  private static final int DIGITS = 3;
  private static final double NS_PER_MS = 1e6;
  private static final double P50_AT_MOST_MS = 20;
  private static final double RATIO_AT_MOST = 1.5;
  private static final double P50 = 50;
  private static final double P99 = 99;

  /** Times of one kind: all of them, and how sure their median is. */
  static final class Kind {

    private final Histogram all = new Histogram(HIGHEST_NS, DIGITS);
    private final Repeats repeats = new Repeats();

    private void add(long ns) {
      all.recordValue(ns);
      repeats.add(ns / NS_PER_MS);
    }

    long count() {
      return all.getTotalCount();
    }

    double percentileMs(double percent) {
      return all.getValueAtPercentile(percent) / NS_PER_MS;
    }

    double longestMs() {
      return all.getMaxValue() / NS_PER_MS;
    }
  }

  private final boolean touched;
  private final Kind ours = new Kind();
  private final Kind rest = new Kind();
  private final Kind twin = new Kind();
  private boolean counts;
  private int faults;

  /**
   * Nothing is measured yet.
   *
   * @param touched whether from the touch of a page, else from the request it sends
   */
  PageStopTimes(boolean touched) {
    this.touched = touched;
  }

  /** Whether from the touch of a page, else from the request it sends. */
  boolean touched() {
    return touched;
  }

  /** The next stop of each; whether it counts, or only warms up. */
  void begin(boolean thisCounts) {
    counts = thisCounts;
  }

  /** The device's: from the request to the line, and to the plunger at rest. */
  void ours(long lineNs, long restNs) {
    if (counts) {
      ours.add(lineNs);
      rest.add(restNs);
    }
  }

  /** The twin's. */
  void twin(long lineNs) {
    if (counts) {
      twin.add(lineNs);
    }
  }

  /** How often the device faulted between stops. */
  void faults(int count) {
    faults = count;
  }

  int faults() {
    return faults;
  }

  Kind ours() {
    return ours;
  }

  Kind rest() {
    return rest;
  }

  Kind twin() {
    return twin;
  }

  /** With its target. */
  Figure p50() {
    return new Figure(
        name("ours p50"), "ms", ours.percentileMs(P50), ours.repeats.spread(), P50_AT_MOST_MS);
  }

  /** Medians of both, with its target. */
  Figure ratio() {
    double value = ours.percentileMs(P50) / twin.percentileMs(P50);
    double spread =
        value
            * Math.hypot(
                ours.repeats.spread() / ours.repeats.median(),
                twin.repeats.spread() / twin.repeats.median());
    return Figure.ratio(name("ours/twin p50"), value, spread, RATIO_AT_MOST);
  }

  /** All of it, in the order of the table. */
  List<Figure> figures() {
    return List.of(
        p50(),
        p99("ours", ours),
        Figure.of(name("twin p50"), "ms", twin.percentileMs(P50), twin.repeats.spread()),
        p99("twin", twin),
        ratio(),
        Figure.of(name("rest p50"), "ms", rest.percentileMs(P50), rest.repeats.spread()),
        p99("rest", rest));
  }

  private Figure p99(String of, Kind kind) {
    return Figure.of(name(of + " p99"), "ms", kind.percentileMs(P99), Double.NaN);
  }

  private String name(String figure) {
    return (touched ? "stop touch " : "stop page ") + figure;
  }

  List<Curve> curves() {
    return List.of(
        new Curve(name("ours"), "ms", NS_PER_MS, ours.all),
        new Curve(name("twin"), "ms", NS_PER_MS, twin.all),
        new Curve(name("rest"), "ms", NS_PER_MS, rest.all));
  }
}
