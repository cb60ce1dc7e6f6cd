package org.tenuto.benchmarks;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * How soon a Stop of the page is on the line, for people and for programs.
 *
 * @param before the machine as it was when the measurement began
 * @param after the same when it ended
 */
record PageStopReport(Machine before, Machine after, PageStopTimes times) {

  private static final String ROW = "%-28s %7s %10s %10s %10s %10s%n";

  /** Prints the table, the targets, the machine, and what it is worth. */
  void print(PrintWriter out) {
    out.println(
        times.touched()
            ? "From the touch of Stop in a browser, ms:"
            : "From the page's request to Stop, ms:");
    out.printf(ROW, "until", "stops", "p50", "p90", "p99", "longest");
    row(out, "on the line, ours", times.ours());
    row(out, "on the line, bare twin", times.twin());
    row(out, "plunger at rest, ours", times.rest());
    out.println();
    target(out, "p50 at most 20 ms", times.p50());
    target(
        out,
        String.format(
            Locale.ROOT, "p50 at most 1.5 times the twin's, is %.2f", times.ratio().value()),
        times.ratio());
    out.println("faults   " + times.faults() + " between stops, reset; the order was made again");
    before.print(out, after);
    out.println();
    out.println(
        """
        Measured with all that ran on this machine meanwhile. The twin: the JDK's HTTP server
        writing the same bytes, without a session, a record or a loop.\
        """);
    out.println(
        times.touched()
            ? "Since the browser took the touch, by the time it gives the event it makes of it."
            : "A client posts what the page posts: a browser's own way to that is not in it.");
    out.flush();
  }

  private static void row(PrintWriter out, String name, PageStopTimes.Kind kind) {
    out.printf(
        ROW,
        name,
        kind.count(),
        ms(kind.percentileMs(50)),
        ms(kind.percentileMs(90)),
        ms(kind.percentileMs(99)),
        ms(kind.longestMs()));
  }

  private static String ms(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static void target(PrintWriter out, String text, Figure figure) {
    out.println("target   " + text + ": " + (figure.misses() ? "not met" : "met"));
  }

  /** The same, in the one shape. */
  Results results() {
    return new Results("stop-page", before, after, times.figures(), times.curves());
  }
}
