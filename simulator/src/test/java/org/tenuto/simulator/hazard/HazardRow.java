package org.tenuto.simulator.hazard;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hazard and what is done about it.
 *
 * @param ids in the GIP v1.0 hazard table
 * @param safeguard class or rule; "-" if the hazard does not concern this device
 * @param tests as {@code Class#method}; none if it is open
 * @param missing what is not covered, or why it does not concern us; may be empty
 */
record HazardRow(
    List<String> ids, String hazard, String safeguard, List<String> tests, String missing) {

  private static final int COLUMNS = 5;

  HazardRow {
    if (tests.isEmpty() && missing.isEmpty()) {
      throw new IllegalArgumentException("hazard " + ids + ": neither a test nor a reason");
    }
  }

  /** Reads a table: a row a line, columns between bars, comments after #. */
  static List<HazardRow> readAll(String table) {
    return table.lines().filter(line -> !line.startsWith("#")).map(HazardRow::read).toList();
  }

  private static HazardRow read(String line) {
    List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    if (cells.size() != COLUMNS) {
      throw new IllegalArgumentException(
          "hazard row of " + cells.size() + " columns, expected " + COLUMNS + ": " + line);
    }
    return new HazardRow(
        words(cells.get(0), ", "),
        cells.get(1),
        cells.get(2),
        words(cells.get(3), " "),
        cells.get(4));
  }

  private static List<String> words(String cell, String between) {
    return Stream.of(cell.split(between, -1)).filter(word -> !word.isEmpty()).toList();
  }

  boolean concernsUs() {
    return !safeguard.equals("-");
  }

  boolean isOpen() {
    return concernsUs() && tests.isEmpty();
  }
}
