package org.tenuto.station;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** Writes one JSON object, field by field, indented. */
@NullMarked
final class JsonText {

  private static final char FIRST_PRINTABLE = ' ';

  private final StringBuilder json = new StringBuilder("{");
  private String indent = "\n  ";
  private boolean first = true;

  /** A number, already in JSON's form. */
  JsonText number(String name, String value) {
    return field(name, value);
  }

  JsonText text(String name, String value) {
    return field(name, quoted(value));
  }

  JsonText texts(String name, List<String> values) {
    return field(
        name, values.stream().map(JsonText::quoted).collect(Collectors.joining(", ", "[", "]")));
  }

  /** Starts an object within this one. */
  JsonText open(String name) {
    field(name, "{");
    indent += "  ";
    first = true;
    return this;
  }

  /** Ends the object started last. */
  JsonText close() {
    indent = indent.substring(0, indent.length() - 2);
    json.append(indent).append('}');
    first = false;
    return this;
  }

  /** Starts a list of objects within this one. */
  JsonText openList(String name) {
    field(name, "[");
    indent += "  ";
    first = true;
    return this;
  }

  /** Starts the next object of a list. */
  JsonText openElement() {
    json.append(first ? "" : ",").append(indent).append('{');
    indent += "  ";
    first = true;
    return this;
  }

  /** Ends the list started last. */
  JsonText closeList() {
    indent = indent.substring(0, indent.length() - 2);
    json.append(first ? "" : indent).append(']');
    first = false;
    return this;
  }

  /** The whole object and a line feed. */
  String end() {
    return json.append("\n}\n").toString();
  }

  private JsonText field(String name, String value) {
    json.append(first ? "" : ",").append(indent).append(quoted(name)).append(": ").append(value);
    first = false;
    return this;
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < FIRST_PRINTABLE) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
