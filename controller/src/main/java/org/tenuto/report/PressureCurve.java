package org.tenuto.report;

import java.util.List;
import org.tenuto.report.Drawing.Spot;

/** The panel of the pressure of the line; one line of words where nothing is known of it. */
final class PressureCurve {

  private static final double PA_PER_KPA = 1e3;
  private static final double HEIGHT = 64;
  private static final double ABOVE = 6;
  private static final double BESIDE = 54;

  private final PressureTrail trail;
  private final TimeAxis time;
  private final Times times;

  PressureCurve(SessionFacts facts, TimeAxis time) {
    this.trail = facts.pressure();
    this.time = time;
    this.times = facts.span().times();
  }

  /** What it takes of the sheet, in the drawing's units. */
  double height() {
    return trail.missing().isEmpty() ? HEIGHT : 0;
  }

  void draw(Drawing drawing, double top, double bottom) {
    if (!trail.missing().isEmpty()) {
      drawing.text("name", TimeAxis.LEFT, bottom - ABOVE, "start", "Pressure");
      drawing.text(
          "missing", TimeAxis.LEFT + BESIDE, bottom - ABOVE, "start", trail.missing());
      return;
    }
    long highestPa = trail.highestPa().orElse(0);
    double lowest = Math.min(0, trail.lowestPa().orElse(0) / PA_PER_KPA);
    double highest = Math.max(0, highestPa / PA_PER_KPA);
    Panel panel =
        new Panel(drawing, time, "Pressure of the line, kPa", lowest, highest, top, bottom);
    for (List<PressureTrail.Told> stretch : trail.stretches()) {
      panel.curve("pressure", spots(panel, stretch));
    }
    panel.label(highestPa / PA_PER_KPA, "pressure", "highest " + Figures.pressure(highestPa));
    panel.writeLabels();
  }

  private List<Spot> spots(Panel panel, List<PressureTrail.Told> stretch) {
    return stretch.stream()
        .filter(told -> time.shows(told.monoNs()))
        .map(told -> panel.spot(times.s(told.monoNs()), told.pa() / PA_PER_KPA))
        .toList();
  }
}
