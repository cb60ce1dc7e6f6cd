package org.tenuto.station;

import java.util.Locale;
import org.jspecify.annotations.NullMarked;

/** Writes an SVG drawing, element by element; text is escaped. */
@NullMarked
final class SvgText {

  private final StringBuilder svg = new StringBuilder();

  SvgText(int width, int height) {
    add(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"13\">",
            width,
            height,
            width,
            height));
  }

  /** A filled rectangle. */
  void box(double x, double y, double width, double height, String colour, double opacity) {
    add(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"%s\""
                + " fill-opacity=\"%.2f\"/>",
            x,
            y,
            width,
            height,
            colour,
            opacity));
  }

  /** A straight line. */
  void line(double x1, double y1, double x2, double y2, String colour) {
    add(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.2f\" y1=\"%.2f\" x2=\"%.2f\" y2=\"%.2f\" stroke=\"%s\"/>",
            x1,
            y1,
            x2,
            y2,
            colour));
  }

  /** A curve through points as {@code x,y x,y}. */
  void curve(String points, String colour, boolean dashed) {
    add(
        String.format(
            Locale.ROOT,
            "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\""
                + " stroke-linejoin=\"round\"%s/>",
            points,
            colour,
            dashed ? " stroke-dasharray=\"7 4\"" : ""));
  }

  /**
   * A line of text.
   *
   * @param anchor {@code start}, {@code middle} or {@code end}: what of it is at x
   */
  void text(double x, double y, String anchor, String colour, String text) {
    add(
        String.format(
            Locale.ROOT,
            "<text x=\"%.2f\" y=\"%.2f\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
            x,
            y,
            anchor,
            colour,
            escaped(text)));
  }

  /** A line of text that is read from below upwards. */
  void textUpwards(double x, double y, String colour, String text) {
    add(
        String.format(
            Locale.ROOT,
            "<text transform=\"translate(%.2f %.2f) rotate(-90)\" text-anchor=\"middle\""
                + " fill=\"%s\">%s</text>",
            x,
            y,
            colour,
            escaped(text)));
  }

  /** A heading. */
  void heading(double x, double y, String text) {
    add(
        String.format(
            Locale.ROOT,
            "<text x=\"%.2f\" y=\"%.2f\" font-size=\"17\" font-weight=\"bold\" fill=\"#1c2733\">%s"
                + "</text>",
            x,
            y,
            escaped(text)));
  }

  /** The whole drawing. */
  String end() {
    return svg + "</svg>\n";
  }

  private void add(String element) {
    svg.append(element).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
