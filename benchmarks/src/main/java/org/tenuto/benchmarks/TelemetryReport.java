package org.tenuto.benchmarks;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * How soon an event is with a subscriber, for people and for programs.
 *
 * @param before the machine as it was when the measurement began
 * @param after the same when it ended
 * @param ours by the device's own publisher
 * @param bare by a bare Paho client
 */
record TelemetryReport(Machine before, Machine after, Histogram ours, Histogram bare) {

  private static final double NS_PER_MS = 1e6;
  private static final double RATIO_AT_MOST = 1.5;
  private static final String ROW = "%-10s %9s %10s %10s %10s %10s%n";

  /** Prints the table, the target, the machine, and what it is worth. */
  void print(PrintWriter out) {
    out.println("From publication to the subscriber's hands, QoS 1, one at a time, ms:");
    out.printf(ROW, "publisher", "messages", "p50", "p90", "p99", "longest");
    row(out, "ours", ours);
    row(out, "bare Paho", bare);
    out.printf(
        Locale.ROOT,
        "%-10s %9s %10.2f %10.2f %10.2f %10.2f%n%n",
        "ratio",
        "",
        ratio(50),
        ratio(90),
        ratio(99),
        (double) ours.getMaxValue() / bare.getMaxValue());
    boolean even = ratio(50) <= RATIO_AT_MOST && ratio(99) <= RATIO_AT_MOST;
    out.printf("target   p50 and p99 at most 1.5 times bare Paho's: %s%n", Targets.verdict(even));
    before.print(out, after);
    out.println();
    out.println(
        """
        Publishers, broker (mosquitto) and subscriber share this machine. On a device the publisher
        looks each 50 ms whether there is something to be sent: that wait is not in these times.\
        """);
    out.flush();
  }

  private static void row(PrintWriter out, String name, Histogram times) {
    out.printf(
        ROW,
        name,
        times.getTotalCount(),
        ms(times.getValueAtPercentile(50)),
        ms(times.getValueAtPercentile(90)),
        ms(times.getValueAtPercentile(99)),
        ms(times.getMaxValue()));
  }

  private static String ms(long ns) {
    return String.format(Locale.ROOT, "%.3f", ns / NS_PER_MS);
  }

  private double ratio(double percent) {
    return (double) ours.getValueAtPercentile(percent) / bare.getValueAtPercentile(percent);
  }

  /** The same for programs. */
  Results results() {
    List<Figure> figures = new ArrayList<>();
    figures.addAll(figures("telemetry ours", ours));
    figures.addAll(figures("telemetry bare", bare));
    for (int percent : new int[] {50, 99}) {
      String name = "telemetry ours to bare p" + percent;
      figures.add(Figure.ratio(name, ratio(percent), Double.NaN, RATIO_AT_MOST));
    }
    return new Results(
        "telemetry",
        before,
        after,
        figures,
        List.of(
            new Curve("telemetry ours", "ms", NS_PER_MS, ours),
            new Curve("telemetry bare", "ms", NS_PER_MS, bare)));
  }

  private static List<Figure> figures(String name, Histogram times) {
    return List.of(
        figure(name + " p50", times.getValueAtPercentile(50)),
        figure(name + " p90", times.getValueAtPercentile(90)),
        figure(name + " p99", times.getValueAtPercentile(99)),
        figure(name + " longest", times.getMaxValue()));
  }

  private static Figure figure(String name, long ns) {
    return Figure.of(name, "ms", ns / NS_PER_MS, Double.NaN);
  }
}
