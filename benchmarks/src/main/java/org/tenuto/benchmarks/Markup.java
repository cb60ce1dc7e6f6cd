package org.tenuto.benchmarks;

import java.util.Locale;

/** Writes markup, well-formed as XML too, element by element; every text is escaped. */
final class Markup {

  private final StringBuilder text = new StringBuilder();

  /** Adds markup of our own. */
  Markup raw(String markup) {
    text.append(markup).append('\n');
    return this;
  }

  /**
   * An element with a text in it.
   *
   * @param tag its name, and attributes of our own
   */
  Markup element(String tag, String words) {
    int blank = tag.indexOf(' ');
    String name = blank < 0 ? tag : tag.substring(0, blank);
    return raw("<" + tag + ">" + escaped(words) + "</" + name + ">");
  }

  /** A line of a drawing. */
  Markup line(String kind, double x1, double y1, double x2, double y2) {
    return raw(
        String.format(
            Locale.ROOT,
            "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
            kind,
            x1,
            y1,
            x2,
            y2));
  }

  /**
   * A text of a drawing.
   *
   * @param anchor {@code start}, {@code middle} or {@code end}: what of it is at x
   */
  Markup text(String kind, double x, double y, String anchor, String words) {
    return raw(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
            kind,
            x,
            y,
            anchor,
            escaped(words)));
  }

  /** A box of a drawing, and what is said of it where somebody points at it. */
  Markup box(String kind, double x, double y, double width, double height, String title) {
    return raw(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">"
                + "<title>%s</title></rect>",
            kind,
            x,
            y,
            width,
            height,
            escaped(title)));
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** Text as it stands in markup, in an attribute too; what can't be seen is a blank. */
  static String escaped(String words) {
    var safe = new StringBuilder(words.length());
    words
        .codePoints()
        .map(point -> isSeen(point) ? point : ' ')
        .forEach(
            point -> {
              switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(point);
              }
            });
    return safe.toString();
  }

  private static boolean isSeen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
      default -> true;
    };
  }
}
