package org.tenuto.report;

import java.util.List;
import java.util.Locale;

/**
 * One drawing as SVG inside a page. It says what each thing is by a class; the page's style sheet
 * says how that looks.
 */
final class Drawing {

  /** A place on paper. */
  record Spot(double x, double y) {}

  private final StringBuilder svg = new StringBuilder();
  private final int width;

  Drawing(int width) {
    this.width = width;
  }

  void line(String kind, double x1, double y1, double x2, double y2) {
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

  void box(String kind, double x, double y, double w, double h) {
    add(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
            kind,
            x,
            y,
            Math.max(0, w),
            h));
  }

  void curve(String kind, List<Spot> spots) {
    if (spots.size() > 1) {
      add("<polyline class=\"" + kind + "\" points=\"" + points(spots) + "\"/>");
    }
  }

  void area(String kind, List<Spot> around) {
    if (around.size() > 2) {
      add("<polygon class=\"" + kind + "\" points=\"" + points(around) + "\"/>");
    }
  }

  private static String points(List<Spot> spots) {
    StringBuilder points = new StringBuilder();
    for (Spot spot : spots) {
      points.append(String.format(Locale.ROOT, " %.1f,%.1f", spot.x(), spot.y()));
    }
    return points.substring(1);
  }

  /**
   * A line of text.
   *
   * @param kind its class
   * @param anchor {@code start}, {@code middle} or {@code end}: what of it is at x
   */
  void text(String kind, double x, double y, String anchor, String words) {
    add(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
            kind,
            x,
            y,
            anchor,
            Html.escaped(words)));
  }

  private void add(String element) {
    svg.append(element).append('\n');
  }

  /**
   * The whole drawing.
   *
   * @param described what it shows, for who can't see it
   */
  String svg(int height, String described) {
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                + " aria-label=\"%s\">\n",
            width,
            height,
            Html.escaped(described))
        + PATTERNS
        + svg
        + "</svg>";
  }

  /** Fills that are told apart without colour. */
  private static final String PATTERNS =
      """
      <defs>
      <pattern id="gap" width="6" height="6" patternUnits="userSpaceOnUse" \
      patternTransform="rotate(45)"><rect class="gap-ground" width="6" height="6"/>\
      <line class="gap-line" x1="0" y1="0" x2="0" y2="6"/></pattern>
      <pattern id="medium" width="5" height="5" patternUnits="userSpaceOnUse" \
      patternTransform="rotate(45)"><rect class="medium-ground" width="5" height="5"/>\
      <line class="medium-line" x1="0" y1="0" x2="0" y2="5"/></pattern>
      <pattern id="low" width="5" height="5" patternUnits="userSpaceOnUse">\
      <rect class="low-ground" width="5" height="5"/><circle class="low-dot" cx="2.5" cy="2.5" \
      r="0.9"/></pattern>
      </defs>
      """;
}
