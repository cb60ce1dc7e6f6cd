package org.tenuto.benchmarks.jitter;

import java.util.ArrayList;
import java.util.List;
import org.tenuto.benchmarks.Curve;
import org.tenuto.benchmarks.Figure;

/** The figures of a run, with names that are the same in every run. */
final class JitterFigures {

  /** So many times the idle ratio, at most, is promised under load (promise 6). */
  private static final double LOAD_OVER_IDLE_AT_MOST = 1.25;

  private static final double NS_PER_US = 1e3;

  private final JitterPlan plan;
  private final JitterBlocks blocks;

  JitterFigures(JitterPlan plan, JitterBlocks blocks) {
    this.plan = plan;
    this.blocks = blocks;
  }

  /** All of them, load by load. */
  List<Figure> all() {
    List<Figure> figures = new ArrayList<>();
    for (JitterLoad load : plan.loads()) {
      plan.subjects().forEach(subject -> addTimes(figures, load, subject));
      plan.subjects().forEach(subject -> figures.addAll(ratios(load, subject)));
    }
    plan.loads().forEach(load -> figures.addAll(overIdle(load)));
    return figures;
  }

  private void addTimes(List<Figure> figures, JitterLoad load, JitterSubject subject) {
    if (blocks.of(load, subject).isEmpty()) {
      return;
    }
    String name = name(load.text(), subject.text());
    for (Statistic statistic : Statistic.values()) {
      double us = blocks.ns(load, subject, statistic) / NS_PER_US;
      double spread = Median.spread(blocks.roundsNs(load, subject, statistic)) / NS_PER_US;
      if (Double.isFinite(us)) {
        figures.add(Figure.of(name + " " + statistic.text(), "us", us, spread));
      }
    }
    KernelCost cost = blocks.cost(load, subject);
    figures.add(count(name + " missed", "cycles", blocks.missed(load, subject)));
    figures.add(count(name + " minor-faults", "faults", cost.minorFaults()));
    figures.add(count(name + " major-faults", "faults", cost.majorFaults()));
    figures.add(count(name + " steal", "ms", cost.stealMs()));
  }

  private static Figure count(String name, String unit, long value) {
    return Figure.of(name, unit, (double) value, Double.NaN);
  }

  /** A subject's ratios to the twin under a load; only ours has targets. None without both. */
  List<Figure> ratios(JitterLoad load, JitterSubject subject) {
    List<Figure> figures = new ArrayList<>();
    for (Statistic statistic : Statistic.values()) {
      if (statistic.isCompared() && subject != JitterSubject.TWIN) {
        var ratios = JitterRatios.of(blocks, plan.isPair(), load, subject, statistic);
        String name = name(load.text(), subject.text() + "/twin") + " " + statistic.text();
        double atMost = subject == JitterSubject.OURS ? statistic.atMost() : Double.NaN;
        add(figures, name, ratios, atMost);
      }
    }
    return figures;
  }

  /** What a load makes of our ratio, over the idle one. None without both. */
  List<Figure> overIdle(JitterLoad load) {
    List<Figure> figures = new ArrayList<>();
    if (load != JitterLoad.IDLE) {
      for (Statistic statistic : List.of(Statistic.P50, Statistic.P99, Statistic.W1MAX)) {
        var ratios =
            JitterRatios.overIdle(blocks, plan.isPair(), load, JitterSubject.OURS, statistic);
        String name = name(load.text() + "/idle", "ours/twin") + " " + statistic.text();
        add(figures, name, ratios, LOAD_OVER_IDLE_AT_MOST);
      }
    }
    return figures;
  }

  private static void add(List<Figure> figures, String name, JitterRatios ratios, double atMost) {
    if (Double.isFinite(ratios.median())) {
      figures.add(Figure.ratio(name, ratios.median(), ratios.spread(), atMost));
    }
  }

  /** All distributions. */
  List<Curve> curves() {
    List<Curve> curves = new ArrayList<>();
    for (JitterLoad load : plan.loads()) {
      for (JitterSubject subject : plan.subjects()) {
        if (!blocks.of(load, subject).isEmpty()) {
          var errorsNs = blocks.errorsNs(load, subject);
          String name = name(load.text(), subject.text());
          curves.add(new Curve(name, "us", NS_PER_US, errorsNs));
        }
      }
    }
    return curves;
  }

  private String name(String load, String subject) {
    return "jitter " + load + (plan.isPair() ? " pair " : " ") + subject;
  }
}
