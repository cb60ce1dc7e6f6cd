package org.tenuto.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** The one time axis under all curves of a session: from Start to the end, and a little after. */
final class TimeAxis {

  static final double LEFT = 62;
  static final double RIGHT = 590;
  private static final double AFTER = 0.12;
  private static final double S_PER_MIN = 60;
  private static final double BESIDE = 4;

  private final Times times;
  private final Scale scale;

  private TimeAxis(Times times, double endS) {
    this.times = times;
    this.scale = Scale.ofTime(endS, LEFT, RIGHT);
  }

  /** As long as the order, its gaps, and of what the record has after it an eighth more. */
  static TimeAxis of(SessionFacts facts) {
    Times times = facts.span().times();
    TrailPoint last = facts.trail().last();
    boolean told = facts.ending().isTold();
    double endS = told || last == null ? times.s(facts.ending().endNs()) : times.s(last.monoNs());
    for (Gap gap : facts.trail().gaps()) {
      endS = Math.max(endS, times.s(gap.toNs()));
    }
    double recordedS = times.s(facts.lastNs());
    return new TimeAxis(times, Math.max(endS, Math.min(endS * (1 + AFTER), recordedS)));
  }

  /** As long as the order, and on to a later moment of its clock. */
  static TimeAxis to(SessionFacts facts, long laterNs) {
    double endS = of(facts).endS();
    return new TimeAxis(facts.span().times(), Math.max(endS, facts.span().times().s(laterNs)));
  }

  double endS() {
    return scale.high();
  }

  double x(long monoNs) {
    return xOfS(times.s(monoNs));
  }

  double xOfS(double s) {
    return scale.at(Math.min(Math.max(s, 0), scale.high()));
  }

  boolean shows(long monoNs) {
    double s = times.s(monoNs);
    return s >= 0 && s <= scale.high();
  }

  /** Faint lines over all panels. */
  void grid(Drawing drawing, double top, double bottom) {
    for (double tick : scale.ticks()) {
      drawing.line("grid", scale.at(tick), top, scale.at(tick), bottom);
    }
  }

  /** The axis itself with its ticks. */
  void draw(Drawing drawing, double y) {
    drawing.line("axis", LEFT, y, RIGHT, y);
    List<Double> ticks = scale.ticks();
    for (double tick : ticks) {
      drawing.line("axis", scale.at(tick), y, scale.at(tick), y + BESIDE);
      drawing.text("tick", scale.at(tick), y + 15, "middle", label(tick));
    }
    String unit = inSeconds() ? "min:s" : "min";
    drawing.text("name", (LEFT + RIGHT) / 2, y + 31, "middle", "time since Start, " + unit);
  }

  private boolean inSeconds() {
    return scale.tick() < S_PER_MIN;
  }

  private String label(double s) {
    long whole = Math.round(s);
    return inSeconds()
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : Figures.number(BigDecimal.valueOf(whole / 60));
  }
}
