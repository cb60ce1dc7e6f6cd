package org.tenuto.report;

import java.util.BitSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes a page of its own, element by element, well-formed as XML too. Every text is escaped; what
 * can't be seen, or would turn the writing direction, is spelt out as its code point.
 */
final class Html {

  private final StringBuilder text = new StringBuilder();
  private final BitSet figures = new BitSet();

  /** Adds markup of our own. */
  Html raw(String markup) {
    text.append(markup).append('\n');
    return this;
  }

  Html heading(String title) {
    return raw("<h2>" + escaped(title) + "</h2>");
  }

  Html subheading(String title) {
    return raw("<h3>" + escaped(title) + "</h3>");
  }

  Html paragraph(String words) {
    return raw("<p>" + escaped(words) + "</p>");
  }

  Html note(String words) {
    return raw("<p class=\"note\">" + escaped(words) + "</p>");
  }

  /** Opens a list of names and values. */
  Html facts() {
    return raw("<table class=\"facts\"><tbody>");
  }

  /** One name and its value; nothing for an empty value. */
  Html fact(String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return this;
    }
    return raw(
        "<tr><th scope=\"row\">" + escaped(name) + "</th><td>" + escaped(value) + "</td></tr>");
  }

  /** Opens a table with these columns; those that begin with # hold figures. */
  Html table(String kind, String... columns) {
    raw("<table class=\"" + kind + "\"><thead><tr>");
    figures.clear();
    for (int i = 0; i < columns.length; i++) {
      boolean figure = columns[i].startsWith("#");
      figures.set(i, figure);
      raw(
          (figure ? "<th scope=\"col\" class=\"figure\">" : "<th scope=\"col\">")
              + escaped(figure ? columns[i].substring(1) : columns[i])
              + "</th>");
    }
    return raw("</tr></thead><tbody>");
  }

  /**
   * A row of the table that is open.
   *
   * @param id of the row; empty for none
   */
  Html row(String id, String... cells) {
    raw(id.isEmpty() ? "<tr>" : "<tr id=\"" + escaped(id) + "\">");
    for (int i = 0; i < cells.length; i++) {
      raw((figures.get(i) ? "<td class=\"figure\">" : "<td>") + escaped(cells[i]) + "</td>");
    }
    return raw("</tr>");
  }

  /** Closes a table or a list of facts. */
  Html end() {
    return raw("</tbody></table>");
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** Text as it stands in markup, in an attribute too. */
  static String escaped(String words) {
    StringBuilder safe = new StringBuilder(words.length() + 16);
    words.codePoints().forEach(point -> append(safe, point));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int point) {
    switch (point) {
      case '&' -> safe.append("&amp;");
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '"' -> safe.append("&quot;");
      case '\'' -> safe.append("&#39;");
      case '\n', '\t' -> safe.append(' ');
      default -> {
        if (isSeen(point)) {
          safe.appendCodePoint(point);
        } else {
          safe.append(String.format(Locale.ROOT, "[U+%04X]", point));
        }
      }
    }
  }

  private static boolean isSeen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
