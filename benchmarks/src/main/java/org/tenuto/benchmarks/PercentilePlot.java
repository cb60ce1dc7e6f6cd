package org.tenuto.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * Distributions above each other: values upwards, percentiles to the right by how rare what is
 * beyond them is, {@code 1 / (1 - percentile)}; both axes in powers of ten.
 */
final class PercentilePlot {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 320;
  private static final double LEFT = 64;
  private static final double RIGHT = 580;
  private static final double TOP = 26;
  private static final double BOTTOM = 278;
  private static final double LABEL_HEIGHT = 14;
  private static final double WHOLE_PERCENT = 100;

  /** Less than this of the greatest is drawn on the axis: a logarithm has no 0. */
  private static final double LEAST_PART = 1e-6;

  private static final double[] PERCENTS = {0, 50, 90, 99, 99.9, 99.99, 99.999, 99.9999};

  private final List<DrawnCurve> curves;
  private final LogScale x;
  private final LogScale y;
  private final Markup svg = new Markup();

  /**
   * Prepares it.
   *
   * @param curves of one unit, each with a point at least
   */
  PercentilePlot(List<DrawnCurve> curves) {
    this.curves = curves;
    double most = curves.stream().mapToDouble(curve -> (double) Math.max(2, curve.count())).max().orElse(2);
    double greatest = curves.stream().mapToDouble(DrawnCurve::largest).max().orElse(1);
    double floor = greatest > 0 ? greatest * LEAST_PART : 1;
    double least =
        curves.stream()
            .flatMap(curve -> curve.points().stream())
            .mapToDouble(DrawnCurve.Point::value)
            .filter(value -> value > floor)
            .min()
            .orElse(floor);
    x = LogScale.of(1, most, LEFT, RIGHT);
    y = LogScale.of(least, greatest, BOTTOM, TOP);
  }

  /** The drawing. */
  String svg() {
    String unit = BenchPage.unit(curves.getFirst().unit());
    svg.raw(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
            + "\" role=\"img\" aria-label=\"Percentiles of "
            + Markup.escaped(String.join(", ", curves.stream().map(DrawnCurve::name).toList()))
            + "\">");
    svg.text("name", LEFT, TOP - 10, "start", unit);
    for (double tick : y.ticks()) {
      svg.line("grid", LEFT, y.at(tick), RIGHT, y.at(tick));
      svg.text("tick", LEFT - 6, y.at(tick) + 3.5, "end", Decimals.of(tick));
    }
    for (double percent : PERCENTS) {
      double rarity = rarity(percent);
      if (rarity <= x.high()) {
        svg.line("grid", x.at(rarity), TOP, x.at(rarity), BOTTOM);
        svg.text("tick", x.at(rarity), BOTTOM + 15, "middle", name(percent));
      }
    }
    svg.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
    svg.text("tick", (LEFT + RIGHT) / 2, BOTTOM + 34, "middle", "of 100 values no larger");
    curves.forEach(this::draw);
    labels();
    return svg.raw("</svg>").toString();
  }

  private void draw(DrawnCurve curve) {
    StringBuilder points = new StringBuilder();
    for (DrawnCurve.Point point : curve.points()) {
      double rarity = Math.min(rarity(point.percent()), (double) Math.max(2, curve.count()));
      points.append(
          String.format(Locale.ROOT, " %.1f,%.1f", x.at(rarity), y.at(point.value())));
    }
    svg.raw("<polyline class=\"" + kind(curve) + "\" points=\"" + points.substring(1) + "\"/>");
  }

  /** How many values there are to one beyond it. */
  private static double rarity(double percent) {
    return percent >= WHOLE_PERCENT
        ? Double.POSITIVE_INFINITY
        : WHOLE_PERCENT / (WHOLE_PERCENT - percent);
  }

  private String kind(DrawnCurve curve) {
    return "curve curve" + (curves.indexOf(curve) + 1);
  }

  /** Names at the right, the slowest on top, with a piece of the line each. */
  private void labels() {
    List<DrawnCurve> sorted =
        curves.stream()
            .sorted((a, b) -> Double.compare(b.largest(), a.largest()))
            .toList();
    double at = TOP + 6;
    for (DrawnCurve curve : sorted) {
      svg.line(kind(curve), RIGHT + 12, at - 3.5, RIGHT + 36, at - 3.5);
      svg.text("label", RIGHT + 42, at, "start", curve.name());
      at += LABEL_HEIGHT;
    }
  }

  private static String name(double percent) {
    return percent == Math.rint(percent)
        ? String.format(Locale.ROOT, "%.0f", percent)
        : Double.toString(percent);
  }
}
