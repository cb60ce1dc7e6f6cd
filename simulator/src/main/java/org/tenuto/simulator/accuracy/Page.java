package org.tenuto.simulator.accuracy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** One page that is a file of its own: its style is in it and nothing is loaded from anywhere. */
final class Page {

  private final StringBuilder html = new StringBuilder();

  /** An empty one with that title. */
  Page(String title) throws IOException {
    add("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>");
    add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
    add("<title>" + escaped(title) + "</title>");
    add("<style>\n" + style() + "</style>\n</head>\n<body>\n<main>");
    add("<h1>" + escaped(title) + "</h1>");
  }

  private static String style() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Page.class.getResourceAsStream("page.css"), "page.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Adds markup. */
  void add(String markup) {
    html.append(markup).append('\n');
  }

  /** Adds a paragraph of plain text. */
  void paragraph(String text) {
    add("<p>" + escaped(text) + "</p>");
  }

  /** Adds a heading of plain text. */
  void heading(String text) {
    add("<h2>" + escaped(text) + "</h2>");
  }

  /** The whole of it. */
  String end() {
    return html + "</main>\n</body>\n</html>\n";
  }

  /** Text as it stands in markup, in an attribute too. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A figure with a minus as long as its plus. */
  static String minus(String figure) {
    return figure.replace('-', '−');
  }
}
