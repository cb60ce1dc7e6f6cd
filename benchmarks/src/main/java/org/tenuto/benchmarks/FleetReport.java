package org.tenuto.benchmarks;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What watching a fleet costs, for people.
 *
 * @param before the machine as it was when the measurement began
 * @param after the same when it ended
 */
record FleetReport(Machine before, Machine after, int devices, FleetFigures figures) {

  private static final double US_PER_MS = 1_000;
  private static final double KB_PER_MB = 1_024;

  void print(PrintWriter out) {
    Arrivals.Figures arrivals = figures.arrivals();
    out.printf(
        Locale.ROOT,
        "%d devices, %.1f s: %d live messages in the monitor's hands, %d missing%n%n",
        devices,
        figures.seconds(),
        arrivals.messages(),
        arrivals.missing());
    out.printf(
        Locale.ROOT,
        "publication to monitor, ms   p50 %.1f   p90 %.1f   p99 %.1f   longest %.1f%n%n",
        arrivals.p50Us() / US_PER_MS,
        arrivals.p90Us() / US_PER_MS,
        arrivals.p99Us() / US_PER_MS,
        arrivals.maxUs() / US_PER_MS);
    if (arrivals.early() > 0) {
      out.printf("%d came before they were sent: the clock was set meanwhile%n", arrivals.early());
    }
    out.printf("%-10s %16s %10s %10s%n", "process", "of one processor", "threads", "memory");
    row(out, "broker", figures.broker());
    row(out, "monitor", figures.monitor());
    row(out, "fleet", figures.fleet());
    out.printf(
        Locale.ROOT,
        "%npage     %.1f messages/s, %.0f kB/s%n",
        figures.pageMessages() / figures.seconds(),
        figures.pageBytes() / figures.seconds() / 1e3);
    machine(out);
    out.flush();
  }

  private void row(PrintWriter out, String name, ProcessCost cost) {
    out.printf(
        Locale.ROOT,
        "%-10s %14.1f %% %10d %7.0f MB%n",
        name,
        cost.percent(figures.seconds()),
        cost.threads(),
        cost.residentKb() / KB_PER_MB);
  }

  private void machine(PrintWriter out) {
    before.print(out, after);
    out.println();
    out.println(
        """
Times run from the device's time in the message to the monitor's as it takes the message up,
both of this machine's clock; the former is cut to 1 ms, so they are up to 1 ms too high.
Devices, broker and monitor share this machine's processors.\
""");
  }

  /** The same for programs. */
  Results results() {
    Arrivals.Figures arrivals = figures.arrivals();
    List<Figure> all = new ArrayList<>();
    all.add(late("p50", arrivals.p50Us()));
    all.add(late("p90", arrivals.p90Us()));
    all.add(late("p99", arrivals.p99Us()));
    all.add(late("longest", arrivals.maxUs()));
    all.add(Figure.of("fleet messages missing", "messages", (double) arrivals.missing(), Double.NaN));
    all.addAll(costs("broker", figures.broker()));
    all.addAll(costs("monitor", figures.monitor()));
    all.addAll(costs("devices", figures.fleet()));
    return new Results(
        "fleet",
        before,
        after,
        all,
        List.of(new Curve("fleet", "ms", US_PER_MS, arrivals.latenciesUs())));
  }

  private static Figure late(String name, long us) {
    return Figure.of("fleet " + name, "ms", us / US_PER_MS, Double.NaN);
  }

  private List<Figure> costs(String name, ProcessCost cost) {
    return List.of(
        Figure.of(
            "fleet " + name + " processor", "%", cost.percent(figures.seconds()), Double.NaN),
        Figure.of(
            "fleet " + name + " memory", "MB", cost.residentKb() / KB_PER_MB, Double.NaN));
  }
}
