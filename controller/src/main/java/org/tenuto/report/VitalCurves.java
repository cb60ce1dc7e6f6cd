package org.tenuto.report;

import java.util.ArrayList;
import java.util.List;
import org.tenuto.observation.Measure;
import org.tenuto.proto.journal.LimitInForce;
import org.tenuto.proto.journal.LimitsInForce;
import org.tenuto.report.Drawing.Spot;
import org.tenuto.report.ObservationLog.Seen;

/**
 * Blood pressure, heart rate, SpO2 and scales over the session, with the limits that were in force
 * from its start on. A reading that was not measurable breaks the curve.
 */
final class VitalCurves {

  private static final int WIDTH = 760;
  private static final double APART = 30;
  private static final double ABOVE = 22;
  private static final double HEIGHT = 90;
  private static final List<Measure> PRESSURES = List.of(Measure.SYSTOLIC, Measure.DIASTOLIC);
  private static final List<Measure> SCALES =
      List.of(Measure.CADSS_6, Measure.DISTRESS, Measure.MOAA_S);

  private final SessionFacts facts;
  private final TimeAxis time;
  private final Drawing drawing = new Drawing(WIDTH);
  private double top = ABOVE;

  VitalCurves(SessionFacts facts) {
    this.facts = facts;
    long lastNs =
        facts.observation().standing().stream()
            .map(seen -> facts.observation().takenAt(seen))
            .filter(facts::isOnOneClock)
            .mapToLong(Kept::monoNs)
            .max()
            .orElse(facts.span().startNs());
    time = TimeAxis.to(facts, lastNs);
  }

  String svg() {
    panel("Blood pressure, mmHg", PRESSURES);
    panel("Heart rate, /min", List.of(Measure.HEART_RATE));
    panel("SpO2, %", List.of(Measure.SPO2));
    panel("Scales", SCALES);
    double bottom = top - APART;
    time.draw(drawing, bottom);
    return drawing.svg((int) Math.ceil(bottom + 36), "Vital signs and scales over time");
  }

  /** Nothing where none of it was measured. */
  private void panel(String name, List<Measure> measures) {
    if (facts.observation().standing().stream().noneMatch(seen -> has(seen, measures))) {
      return;
    }
    double bottom = top + HEIGHT;
    Panel panel = new Panel(drawing, time, name, highest(measures), top, bottom);
    for (int i = 0; i < measures.size(); i++) {
      curve(panel, measures.get(i), "model" + (i + 1));
      limits(panel, measures.get(i));
    }
    panel.writeLabels();
    top = bottom + APART;
  }

  private static boolean has(Seen seen, List<Measure> measures) {
    return measures.stream().anyMatch(measure -> seen.reading().value(measure) != null);
  }

  private double highest(List<Measure> measures) {
    return facts.observation().standing().stream()
        .flatMap(seen -> measures.stream().map(seen.reading()::value))
        .mapToInt(value -> value == null ? 0 : value)
        .max()
        .orElse(0);
  }

  /** Pieces between readings that could not be taken. */
  private void curve(Panel panel, Measure measure, String kind) {
    List<Spot> piece = new ArrayList<>();
    double last = Double.NaN;
    for (Seen seen : facts.observation().standing()) {
      Kept taken = facts.observation().takenAt(seen);
      if (!seen.reading().attends(measure) || !time.shows(taken.monoNs())) {
        continue;
      }
      Integer value = seen.reading().value(measure);
      if (value == null) {
        draw(piece, kind);
        piece.clear();
      } else {
        piece.add(panel.spot(facts.span().times().s(taken.monoNs()), value));
        last = value;
      }
    }
    draw(piece, kind);
    if (Double.isFinite(last)) {
      panel.label(last, kind, measure.title());
    }
  }

  /** A dot for each reading: a curve of one can't be seen. */
  private void draw(List<Spot> piece, String kind) {
    drawing.curve(kind, piece);
    for (Spot spot : piece) {
      drawing.box("dot " + kind, spot.x() - 1.5, spot.y() - 1.5, 3, 3);
    }
  }

  /** Those that ask for a pause or more, where they are near enough to be shown. */
  private void limits(Panel panel, Measure measure) {
    LimitsInForce limits = facts.observation().limits();
    if (limits == null) {
      return;
    }
    for (LimitInForce one : limits.getLimitsList()) {
      boolean shown =
          one.getMeasure().equals(measure.name())
              && one.getWhen().equals("FROM_START")
              && !one.getSide().equals("ABOVE_BASELINE")
              && !one.getLevel().equals("ADVISORY");
      if (shown && one.getLimit() <= panel.high()) {
        panel.level("ceiling", one.getLimit(), one.getThresholdId());
      }
    }
  }
}
