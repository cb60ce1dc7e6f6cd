package org.tenuto.simulator.accuracy;

import java.util.Locale;

/**
 * One chart as SVG inside a page. It says what each thing is by a class; the page's style sheet
 * says how that looks, on paper and in the dark too.
 */
final class Chart {

  private static final int WIDTH = 480;
  private static final int HEIGHT = 312;
  private static final double LEFT = 58;
  private static final double RIGHT = 462;
  private static final double TOP = 30;
  private static final double BOTTOM = 262;
  private static final double TICK = 5;
  private static final double MARK = 8;

  private final Axis across;
  private final Axis upwards;
  private final StringBuilder svg = new StringBuilder();

  /**
   * An empty one.
   *
   * @param description what it shows, for who can't see it
   */
  Chart(String description, Axis across, Axis upwards) {
    this.across = across;
    this.upwards = upwards;
    String label = Page.escaped(description);
    add(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
            .formatted(WIDTH, HEIGHT, label));
  }

  /** Shades what lies between two values across. */
  void shadeAcross(double from, double to, String kind) {
    add(box(kind, x(from), TOP, x(to) - x(from), BOTTOM - TOP) + "/>");
  }

  /** Shades what lies between two values upwards. */
  void shadeUpwards(double from, double to, String kind) {
    add(box(kind, LEFT, y(to), RIGHT - LEFT, y(from) - y(to)) + "/>");
  }

  /** Draws grid, ticks and names. */
  void axes(String acrossName, String upwardsName) {
    for (double tick : upwards.ticks()) {
      line("grid", LEFT, y(tick), RIGHT, y(tick));
      text(LEFT - TICK - 3, y(tick) + TICK, "end", Page.minus(Figures.number(tick)));
    }
    for (double tick : across.ticks()) {
      line("axis", x(tick), BOTTOM, x(tick), BOTTOM + TICK);
      text(x(tick), BOTTOM + 20, "middle", Figures.number(tick));
    }
    line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
    text((LEFT + RIGHT) / 2, HEIGHT - 8, "middle", acrossName);
    text(2, TOP - 14, "start", upwardsName);
  }

  /** A straight line at one value upwards. */
  void level(double value, String kind) {
    line(kind, LEFT, y(value), RIGHT, y(value));
  }

  /** A line through points. */
  void curve(double[] acrossValues, double[] upwardsValues, String kind) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < acrossValues.length; i++) {
      points.append(
          String.format(Locale.ROOT, " %.1f,%.1f", x(acrossValues[i]), y(upwardsValues[i])));
    }
    add("<polyline class=\"" + kind + "\" points=\"" + points.substring(1) + "\"/>");
  }

  /** A round mark, which tells its own figure when it is pointed at. */
  void dot(double acrossValue, double upwardsValue, String kind, String tells) {
    double radius = MARK / 2;
    double x = x(acrossValue) - radius;
    double y = y(upwardsValue) - radius;
    String round = box(kind, x, y, MARK, MARK) + " rx=\"" + radius + "\">";
    add(round + title(tells) + "</rect>");
  }

  /** A square mark, likewise. */
  void square(double acrossValue, double upwardsValue, String kind, String tells) {
    double x = x(acrossValue) - MARK / 2;
    double y = y(upwardsValue) - MARK / 2;
    add(box(kind, x, y, MARK, MARK) + ">" + title(tells) + "</rect>");
  }

  /** The whole of it. */
  String svg() {
    return svg + "</svg>\n";
  }

  private double x(double value) {
    return LEFT + (RIGHT - LEFT) * across.share(value);
  }

  private double y(double value) {
    return BOTTOM + (TOP - BOTTOM) * upwards.share(value);
  }

  private static String box(String kind, double x, double y, double width, double height) {
    return String.format(
        Locale.ROOT,
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"",
        kind,
        x,
        y,
        width,
        height);
  }

  private void line(String kind, double x1, double y1, double x2, double y2) {
    add(
        String.format(
            Locale.ROOT,
            "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
            kind,
            x1,
            y1,
            x2,
            y2));
  }

  private void text(double x, double y, String anchor, String text) {
    add(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
            x,
            y,
            anchor,
            Page.escaped(text)));
  }

  private static String title(String text) {
    return "<title>" + Page.escaped(text) + "</title>";
  }

  private void add(String element) {
    svg.append(element).append('\n');
  }
}
