package org.tenuto.benchmarks;

import java.util.Locale;

/** How often which values came: bars over an axis in powers of ten. */
final class HistogramPlot {

  private static final int WIDTH = 380;
  private static final int HEIGHT = 170;
  private static final double LEFT = 14;
  private static final double RIGHT = 366;
  private static final double TOP = 26;
  private static final double BOTTOM = 140;
  private static final int BARS = 44;
  private static final double LEAST_PART = 1e-6;
  private static final double THINNEST = 0.8;
  private static final double GAP = 0.8;
  private static final double WHOLE_PERCENT = 100;

  private HistogramPlot() {}

  /**
   * The drawing. Bars are taken from the percentiles on record: between two of them values are
   * taken to lie evenly.
   */
  static String svg(DrawnCurve curve) {
    double greatest = curve.largest() > 0 ? curve.largest() : 1;
    double least = Math.max(curve.least(), greatest * LEAST_PART);
    LogScale scale = LogScale.of(least, greatest, LEFT, RIGHT);
    double[] shares = shares(curve, scale);
    var svg = new Markup();
    svg.raw(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
            + "\" role=\"img\" aria-label=\"Histogram of " + Markup.escaped(curve.name()) + "\">");
    svg.text("name", LEFT, TOP - 10, "start", curve.name() + ", " + BenchPage.unit(curve.unit()));
    bars(svg, shares);
    for (double tick : scale.ticks()) {
      double x = scale.at(tick);
      svg.line("axis", x, BOTTOM, x, BOTTOM + 4);
      svg.text("tick", x, BOTTOM + 17, "middle", Decimals.of(tick));
    }
    svg.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
    return svg.raw("</svg>").toString();
  }

  /** What part of all values lies in each bar. */
  private static double[] shares(DrawnCurve curve, LogScale scale) {
    double[] shares = new double[BARS];
    double before = 0;
    for (int i = 0; i < BARS; i++) {
      double part = (i + 1.0) / BARS;
      double edge = scale.low() * StrictMath.pow(scale.high() / scale.low(), part);
      double upTo = i == BARS - 1 ? 1 : curve.shareUpTo(edge);
      shares[i] = Math.max(0, upTo - before);
      before = Math.max(before, upTo);
    }
    return shares;
  }

  private static void bars(Markup svg, double[] shares) {
    double most = 0;
    for (double share : shares) {
      most = Math.max(most, share);
    }
    double width = (RIGHT - LEFT) / BARS;
    for (int i = 0; i < BARS; i++) {
      double height = most == 0 ? 0 : (BOTTOM - TOP) * shares[i] / most;
      if (shares[i] > 0) {
        svg.box(
            "bar",
            LEFT + i * width,
            BOTTOM - Math.max(height, THINNEST),
            width - GAP,
            Math.max(height, THINNEST),
            String.format(Locale.ROOT, "%.3f %%", shares[i] * WHOLE_PERCENT));
      }
    }
  }
}
