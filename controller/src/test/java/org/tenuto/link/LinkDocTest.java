package org.tenuto.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about the link states every number of the layout, and each of them rightly. */
class LinkDocTest {

  private static final Path PAGE = Path.of("..", "docs", "link.md");

  /** {@code | 128 | `HEARTBEAT` |} and {@code 64 (`COMMANDS`)}. */
  private static final Pattern STATED = Pattern.compile("(\\d+) (?:\\| |\\()`([A-Z_]+)`");

  private static final Pattern FILE =
      Pattern.compile("\\| `(\\S+\\.link)` \\|.*\\| `([A-Z]+)` \\| (\\d+) \\|");

  @Test
  void everyNumberIsStatedRightly() throws IOException {
    Map<String, Long> stated = new TreeMap<>();
    Matcher found = STATED.matcher(Files.readString(PAGE));
    while (found.find()) {
      Long before = stated.put(found.group(2), Long.valueOf(found.group(1)));
      assertThat(before).as(found.group(2)).isIn(null, Long.valueOf(found.group(1)));
    }
    assertThat(stated).containsExactlyInAnyOrderEntriesOf(layout());
  }

  /** The numbers of the layout but the sizes of the files, which stand in a table of their own. */
  private static Map<String, Long> layout() {
    Map<String, Long> numbers = new TreeMap<>();
    for (Field field : LinkLayout.class.getDeclaredFields()) {
      boolean ofFile = field.getName().matches("(STATION|EXECUTOR)_BYTES");
      if (field.getType() == int.class && !ofFile) {
        numbers.put(field.getName(), valueOf(field));
      }
    }
    return numbers;
  }

  private static long valueOf(Field field) {
    try {
      return field.getLong(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void bothFilesAreStatedRightly() throws IOException {
    Map<String, String> stated = new TreeMap<>();
    Matcher found = FILE.matcher(Files.readString(PAGE));
    while (found.find()) {
      stated.put(found.group(1), found.group(2) + " " + found.group(3));
    }
    assertThat(stated)
        .containsOnly(
            Map.entry(LinkLayout.STATION_FILE, "TENUTOST " + LinkLayout.STATION_BYTES),
            Map.entry(LinkLayout.EXECUTOR_FILE, "TENUTOEX " + LinkLayout.EXECUTOR_BYTES));
  }
}
