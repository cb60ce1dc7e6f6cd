package org.tenuto.station;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** One line of a CSV file by RFC 4180, cell by cell. */
@NullMarked
final class CsvCells {

  /** A spreadsheet takes what begins so for a formula. */
  private static final String FORMULA = "=+-@\t\r";

  private final List<String> cells = new ArrayList<>();

  /** A number, or a code that is none of a person's words. */
  CsvCells plain(Object value) {
    cells.add(quoted(value.toString()));
    return this;
  }

  /** Somebody's words; behind an apostrophe where a spreadsheet would compute them. */
  CsvCells text(String words) {
    boolean formula = !words.isEmpty() && FORMULA.indexOf(words.charAt(0)) >= 0;
    cells.add(quoted(formula ? "'" + words : words));
    return this;
  }

  CsvCells empty(int count) {
    for (int i = 0; i < count; i++) {
      cells.add("");
    }
    return this;
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** The line, with its CRLF. */
  String line() {
    return String.join(",", cells) + "\r\n";
  }
}
