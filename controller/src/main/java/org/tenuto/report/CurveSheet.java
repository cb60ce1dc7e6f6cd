package org.tenuto.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.tenuto.dose.Cap;
import org.tenuto.quantity.PlasmaConcentration;
import org.tenuto.report.Drawing.Spot;

/**
 * The curves of a session on one time axis: flow rate, volume with its bracket, pressure,
 * predicted concentrations, alarms. Where nothing is on record, nothing is drawn but that.
 */
final class CurveSheet {

  private static final int WIDTH = 760;
  private static final double NL_PER_ML = 1e6;
  private static final double PG_PER_NG = 1e3;
  private static final double APART = 30;
  private static final double ABOVE = 22;
  private static final double FLOW_HEIGHT = 76;
  private static final double VOLUME_HEIGHT = 118;
  private static final double CONCENTRATION_HEIGHT = 150;
  private static final double HEADROOM = 1.05;
  private static final double CEILING_NEAR = 1.6;

  private final SessionFacts facts;
  private final TimeAxis time;
  private final Drawing drawing = new Drawing(WIDTH);
  private final List<ConcentrationTrail> concentrations;
  private final List<List<TrailPoint>> stretches;

  CurveSheet(SessionFacts facts) {
    this.facts = facts;
    time = TimeAxis.of(facts);
    concentrations = ConcentrationTrail.of(facts, time.endS());
    stretches = stretches();
  }

  /** What is on record without a gap, each by rising time. */
  private List<List<TrailPoint>> stretches() {
    List<List<TrailPoint>> all = new ArrayList<>();
    List<Gap> gaps = facts.trail().gaps();
    TrailPoint before = null;
    for (TrailPoint point : facts.trail().points()) {
      if (time.shows(point.monoNs())) {
        if (before == null || isAcross(gaps, before, point)) {
          all.add(new ArrayList<>());
        }
        all.getLast().add(point);
        before = point;
      }
    }
    return all;
  }

  private static boolean isAcross(List<Gap> gaps, TrailPoint before, TrailPoint point) {
    return gaps.stream()
        .anyMatch(gap -> gap.fromNs() == before.monoNs() && gap.toNs() == point.monoNs());
  }

  /** The drawing. */
  String svg() {
    ActMarks marks = ActMarks.of(facts, time);
    double top = marks.height() + ABOVE;
    double flowBottom = top + FLOW_HEIGHT;
    double volumeBottom = flowBottom + APART + VOLUME_HEIGHT;
    PressureCurve pressure = new PressureCurve(facts, time);
    double pressureBottom = volumeBottom + APART + pressure.height();
    double concentrationBottom = pressureBottom + APART + CONCENTRATION_HEIGHT;
    AlarmBars bars = new AlarmBars(facts, time);
    double bottom = concentrationBottom + APART + bars.height();
    shadeGaps(top, bottom);
    time.grid(drawing, top, bottom);
    flow(top, flowBottom);
    volume(flowBottom + APART, volumeBottom);
    pressure.draw(drawing, volumeBottom + APART, pressureBottom);
    concentration(pressureBottom + APART, concentrationBottom);
    bars.draw(drawing, concentrationBottom + APART);
    marks.draw(drawing, bottom);
    time.draw(drawing, bottom);
    return drawing.svg((int) Math.ceil(bottom + 36), "Curves of the session over time");
  }

  private void shadeGaps(double top, double bottom) {
    for (Gap gap : facts.trail().gaps()) {
      double from = time.x(gap.fromNs());
      drawing.box("gap", from, top, time.x(gap.toNs()) - from, bottom - top);
    }
  }

  private void flow(double top, double bottom) {
    double highest = facts.highestNlPerH() / NL_PER_ML;
    Panel panel = new Panel(drawing, time, "Flow rate, mL/h", highest, top, bottom);
    for (List<TrailPoint> stretch : stretches) {
      List<Spot> spots = new ArrayList<>();
      double rate = stretch.getFirst().rateNlPerH() / NL_PER_ML;
      for (TrailPoint point : stretch) {
        double s = facts.span().times().s(point.monoNs());
        spots.add(panel.spot(s, rate));
        rate = point.rateNlPerH() / NL_PER_ML;
        spots.add(panel.spot(s, rate));
      }
      drawing.curve("flow", corners(spots));
    }
    panel.label(highest, "flow", "highest " + Figures.flowRate(facts.highestNlPerH()));
    panel.writeLabels();
  }

  /** Of a run of steps only where it turns. */
  private static List<Spot> corners(List<Spot> spots) {
    List<Spot> kept = new ArrayList<>();
    for (int i = 0; i < spots.size(); i++) {
      boolean end = i == 0 || i == spots.size() - 1;
      if (end
          || spots.get(i - 1).y() != spots.get(i).y()
          || spots.get(i + 1).y() != spots.get(i).y()) {
        kept.add(spots.get(i));
      }
    }
    return kept;
  }

  private void volume(double top, double bottom) {
    Bracket whole = facts.delivered();
    long orderedNl = facts.order().volumeNl();
    double highest = Math.max(orderedNl, whole.atMostNl()) / NL_PER_ML;
    Panel panel = new Panel(drawing, time, "Volume delivered, mL", highest, top, bottom);
    if (orderedNl > 0) {
      panel.level("ordered", orderedNl / NL_PER_ML, "ordered " + Figures.volume(orderedNl));
    }
    for (List<TrailPoint> stretch : stretches) {
      List<Spot> least = spots(panel, stretch, TrailPoint::atLeastNl);
      List<Spot> most = spots(panel, stretch, TrailPoint::atMostNl);
      panel.between("bracket", least, most);
      panel.curve("least", least);
      panel.curve("most", most);
    }
    double mostMl = whole.atMostNl() / NL_PER_ML;
    double leastMl = whole.atLeastNl() / NL_PER_ML;
    panel.label(mostMl, "most", "at most " + Figures.volume(whole.atMostNl()));
    panel.label(leastMl, "least", "at least " + Figures.volume(whole.atLeastNl()));
    panel.writeLabels();
  }

  private List<Spot> spots(
      Panel panel, List<TrailPoint> stretch, ToLongFunction<TrailPoint> nl) {
    Times times = facts.span().times();
    return stretch.stream()
        .map(at -> panel.spot(times.s(at.monoNs()), nl.applyAsLong(at) / NL_PER_ML))
        .toList();
  }

  private void concentration(double top, double bottom) {
    double highest =
        concentrations.stream()
            .flatMap(trail -> trail.values().stream())
            .mapToDouble(at -> Math.max(at.cpNgPerMl(), Math.max(0, at.ceNgPerMl())))
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    Map<String, Double> ceilings = ceilings(highest);
    double shown = ceilings.values().stream().reduce(highest * HEADROOM, Math::max);
    String name = "Predicted concentration, ng/mL: population models, never a measurement";
    Panel panel = new Panel(drawing, time, name, shown, top, bottom);
    if (concentrations.isEmpty()) {
      double middle = (top + bottom) / 2;
      String words = "no model's figures on record";
      drawing.text("missing", TimeAxis.LEFT + 8, middle, "start", words);
    }
    ceilings.forEach((limit, value) -> panel.level("ceiling", value, limit));
    for (int i = 0; i < concentrations.size(); i++) {
      curves(panel, concentrations.get(i), "model" + (i % 3 + 1));
    }
    panel.writeLabels();
  }

  /** The limits of the drug, where they are near enough to be shown. */
  private Map<String, Double> ceilings(double highest) {
    Map<String, Double> levels = new LinkedHashMap<>();
    Cap<PlasmaConcentration> ceiling = LimitTable.ceiling(facts.order().first());
    if (ceiling != null) {
      near(levels, "soft limit ", ceiling.soft(), highest);
      near(levels, "hard limit ", ceiling.hard(), highest);
    }
    return levels;
  }

  private static void near(
      Map<String, Double> levels, String name, PlasmaConcentration limit, double highest) {
    double value = limit.pgPerMl() / PG_PER_NG;
    if (value <= highest * CEILING_NEAR) {
      levels.put(name + Figures.plasma(limit.pgPerMl()), value);
    }
  }

  private static void curves(Panel panel, ConcentrationTrail trail, String kind) {
    List<ConcentrationTrail.Value> stretch = new ArrayList<>();
    for (ConcentrationTrail.Value value : trail.values()) {
      if (!value.known()) {
        stretch(panel, stretch, kind);
        stretch.clear();
      }
      stretch.add(value);
    }
    stretch(panel, stretch, kind);
    ConcentrationTrail.Value last = trail.values().getLast();
    String title = trail.model().title();
    panel.label(last.cpNgPerMl(), kind, "Cp " + title);
    if (Double.isFinite(last.ceNgPerMl())) {
      panel.label(last.ceNgPerMl(), kind, "Ce " + title + ", dashed");
    }
  }

  private static void stretch(
      Panel panel, List<ConcentrationTrail.Value> values, String kind) {
    List<Spot> least = values.stream().map(at -> panel.spot(at.s(), at.cpLeastNgPerMl())).toList();
    List<Spot> most = values.stream().map(at -> panel.spot(at.s(), at.cpNgPerMl())).toList();
    panel.between(kind + " between", least, most);
    panel.curve(kind, most);
    if (!values.isEmpty() && Double.isFinite(values.getFirst().ceNgPerMl())) {
      panel.curve(
          kind + " ce", values.stream().map(at -> panel.spot(at.s(), at.ceNgPerMl())).toList());
    }
  }
}
