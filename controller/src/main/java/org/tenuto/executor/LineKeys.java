package org.tenuto.executor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.tenuto.config.ConfigFile;

/** The keys of one table that name lines of one GPIO chip, a line of its own each. */
final class LineKeys {

  /** More lines than any chip has. */
  private static final int LAST_LINE = 1023;

  private static final int ABSENT = -1;

  private final ConfigFile file;
  private final String table;
  private final Map<OptionalInt, String> taken = new LinkedHashMap<>();

  /**
   * None is read yet.
   *
   * @param table with its dot, e.g. {@code panel.}
   */
  LineKeys(ConfigFile file, String table) {
    this.file = file;
    this.table = table;
  }

  /** The line under a key; empty if it is absent. One that another key has is a fault. */
  OptionalInt line(String key) {
    int number = file.integer(table + key, 0, LAST_LINE, ABSENT);
    if (number == ABSENT) {
      return OptionalInt.empty();
    }
    OptionalInt line = OptionalInt.of(number);
    String before = taken.putIfAbsent(line, table + key);
    if (before != null) {
      file.refuse(table + key, "a line of its own, " + before + " has this one");
    }
    return line;
  }

  /** The line under a key that must be there; 0 if it is not, which is a fault. */
  int needed(String key) {
    OptionalInt line = line(key);
    if (line.isEmpty()) {
      file.refuse(table + key, "the number of a line of the chip");
    }
    return line.orElse(0);
  }

  /** Whether any line was named. */
  boolean any() {
    return !taken.isEmpty();
  }
}
