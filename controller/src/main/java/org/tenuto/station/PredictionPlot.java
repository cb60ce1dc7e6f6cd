package org.tenuto.station;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.NullMarked;
import org.tenuto.pk.ConcentrationCurve;
import org.tenuto.pk.PkModel;

/**
 * Draws a prediction as one SVG file: Cp of each model as a solid line, Ce as a dashed one, over
 * shaded bands of the literature. Nothing in it is loaded from elsewhere.
 */
@NullMarked
final class PredictionPlot {

  private static final int WIDTH = 1020;
  private static final int LEFT = 76;
  private static final int RIGHT = 770;
  private static final int LABELS = 806;
  private static final int PLOT_HEIGHT = 400;
  private static final int HEADING_LINE = 34;
  private static final int LEGEND_TOP = 82;
  private static final int LINE_HEIGHT = 22;
  private static final int LABEL_HEIGHT = 36;
  private static final int LONGEST_LINE = 120;
  private static final double S_PER_MIN = 60;
  private static final double HEADROOM = 1.05;

  private static final String INK = "#1c2733";
  private static final String FAINT = "#5b6770";
  private static final String GRID = "#dfe4e8";

  /** Told apart also by people who see red and green alike (Okabe and Ito 2008). */
  private static final Map<PkModel, String> COLOURS =
      new EnumMap<>(
          Map.of(
              PkModel.DOMINO_1984, "#0072b2",
              PkModel.KAMP_2020, "#d55e00",
              PkModel.FANTA_2015_ESKETAMINE, "#0072b2"));

  private final Prediction prediction;
  private final List<Double> times;
  private final int top;
  private final int bottom;
  private final AxisScale minutes;
  private final AxisScale ngPerMl;
  private final SvgText svg;

  PredictionPlot(Prediction prediction) {
    this.prediction = prediction;
    this.times = CurvePeak.times(prediction.program(), (double) prediction.untilS());
    this.top = LEGEND_TOP + LINE_HEIGHT * prediction.curves().size() + 8;
    this.bottom = top + PLOT_HEIGHT;
    this.minutes = AxisScale.ofMinutes(prediction.untilS() / S_PER_MIN, LEFT, RIGHT);
    this.ngPerMl = AxisScale.ofConcentration(highest() * HEADROOM, bottom, top);
    this.svg = new SvgText(WIDTH, bottom + 120);
  }

  private double highest() {
    double highest = 0;
    for (ConcentrationCurve curve : prediction.curves().values()) {
      highest = Math.max(highest, CurvePeak.of(curve::cpNgPerMl, times).ngPerMl());
      highest = Math.max(highest, CurvePeak.of(curve::ceNgPerMl, times).ngPerMl());
    }
    return highest;
  }

  /** The drawing. */
  String svg() {
    svg.box(0, 0, WIDTH, bottom + 120, "#ffffff", 1);
    svg.heading(LEFT, HEADING_LINE, "Predicted concentration of " + prediction.drug().text());
    svg.text(LEFT, HEADING_LINE + LINE_HEIGHT, "start", FAINT, shortened());
    legend();
    bands();
    axes();
    prediction.curves().forEach(this::curves);
    notes();
    return svg.end();
  }

  private String shortened() {
    String program = prediction.programText();
    return program.length() <= LONGEST_LINE
        ? program
        : program.substring(0, LONGEST_LINE - 1) + "…";
  }

  private void legend() {
    int y = LEGEND_TOP;
    for (PkModel model : prediction.curves().keySet()) {
      String colour = colour(model);
      svg.curve("%d,%d %d,%d".formatted(LEFT, y - 4, LEFT + 36, y - 4), colour, false);
      svg.text(LEFT + 44, y, "start", INK, model.title() + ": Cp, plasma");
      if (model.hasKe0()) {
        svg.curve("%d,%d %d,%d".formatted(LEFT + 300, y - 4, LEFT + 336, y - 4), colour, true);
        String ke0 = model.ke0Published() ? "" : " (ke0 not published with the model)";
        svg.text(LEFT + 344, y, "start", INK, "Ce, effect site" + ke0);
      } else {
        svg.text(LEFT + 300, y, "start", FAINT, "no Ce: the model has no effect site");
      }
      y += LINE_HEIGHT;
    }
  }

  private void bands() {
    double free = bottom + LABEL_HEIGHT;
    int barX = RIGHT + 1;
    for (PlasmaBand band : PlasmaBand.of(prediction.drug())) {
      if (band.lowNgPerMl() >= ngPerMl.end()) {
        continue;
      }
      double low = ngPerMl.at(band.lowNgPerMl());
      double high = ngPerMl.at(Math.min(band.highNgPerMl(), ngPerMl.end()));
      svg.box(LEFT, high, RIGHT - LEFT, low - high, band.colour(), 0.13);
      double y = Math.min((low + high) / 2 - 3, free - LABEL_HEIGHT);
      svg.box(barX, high, 4, low - high, band.colour(), 0.7);
      svg.box(LABELS, y - 10, 11, 11, band.colour(), 0.7);
      svg.text(LABELS + 17, y, "start", INK, band.effect() + " " + band.range());
      svg.text(LABELS + 17, y + 15, "start", FAINT, band.source());
      free = y;
      barX += 5;
    }
  }

  private void axes() {
    for (double tick : ngPerMl.ticks()) {
      svg.line(LEFT, ngPerMl.at(tick), RIGHT, ngPerMl.at(tick), GRID);
      svg.text(LEFT - 8, ngPerMl.at(tick) + 4, "end", INK, AxisScale.text(tick));
    }
    for (double tick : minutes.ticks()) {
      svg.line(minutes.at(tick), bottom, minutes.at(tick), bottom + 5, INK);
      svg.text(minutes.at(tick), bottom + 20, "middle", INK, AxisScale.text(tick));
    }
    svg.line(LEFT, bottom, RIGHT, bottom, INK);
    svg.line(LEFT, bottom, LEFT, top, INK);
    svg.text((LEFT + RIGHT) / 2.0, bottom + 42, "middle", INK, "time since the start, min");
    svg.textUpwards(20, (top + bottom) / 2.0, INK, "predicted concentration, ng/mL");
  }

  private void curves(PkModel model, ConcentrationCurve curve) {
    svg.curve(points(curve::cpNgPerMl), colour(model), false);
    if (model.hasKe0()) {
      svg.curve(points(curve::ceNgPerMl), colour(model), true);
    }
  }

  private String points(DoubleUnaryOperator ngPerMlAtS) {
    StringBuilder points = new StringBuilder();
    for (double tS : times) {
      double x = minutes.at(tS / S_PER_MIN);
      double y = ngPerMl.at(ngPerMlAtS.applyAsDouble(tS));
      points.append(String.format(Locale.ROOT, "%.2f,%.2f ", x, y));
    }
    return points.toString().stripTrailing();
  }

  private void notes() {
    svg.text(LEFT, bottom + 70, "start", INK, PredictionReport.CAVEAT);
    svg.text(
        LEFT,
        bottom + 88,
        "start",
        FAINT,
        "Bands: measured in studies of " + prediction.drug().text() + ", not with these models.");
    svg.text(
        LEFT,
        bottom + 106,
        "start",
        FAINT,
        "Tenuto, research and teaching software: never connect it to a person.");
  }

  private static String colour(PkModel model) {
    return COLOURS.getOrDefault(model, INK);
  }
}
