package org.tenuto.simulator.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.Map;

/**
 * A change of source files as {@code git diff} writes it. Its line numbers mean nothing: the lines
 * it takes away, and those around them, must stand in the file exactly once.
 */
record Patch(String name, List<Piece> pieces) {

  private static final String FILE = "+++ b/";

  /** Each begins with the name of a file or with a piece of it. */
  private static final Pattern PARTS = Pattern.compile("(?m)^(?=@@|--- )");

  /** Lines of a file and what they become. */
  record Piece(String file, String before, String after) {}

  /** One of those beside this class, in {@code planted}. */
  static Patch named(String name) throws IOException {
    try (InputStream in = Patch.class.getResourceAsStream("planted/" + name + ".patch")) {
      if (in == null) {
        throw new IllegalArgumentException("patch " + name + ": there is none of that name");
      }
      return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static Patch parse(String name, String text) {
    List<Piece> pieces = new ArrayList<>();
    String file = "";
    for (String part : PARTS.splitAsStream(text).toList()) {
      if (part.startsWith("--- ")) {
        int at = part.indexOf(FILE) + FILE.length();
        file = part.substring(at, part.indexOf('\n', at)).strip();
      } else if (part.startsWith("@@")) {
        pieces.add(new Piece(file, side(part, '-'), side(part, '+')));
      }
    }
    return new Patch(name, pieces);
  }

  /** What a piece looks like before or after: what is on both sides, and what on this one only. */
  private static String side(String piece, char own) {
    StringBuilder side = new StringBuilder();
    piece
        .lines()
        .skip(1)
        .filter(line -> line.isEmpty() || line.charAt(0) == ' ' || line.charAt(0) == own)
        .forEach(line -> side.append(line.isEmpty() ? line : line.substring(1)).append('\n'));
    return side.toString();
  }

  /**
   * The changed files, by their path.
   *
   * @param home where the source tree begins
   * @throws IllegalStateException with one line if a file is not what the patch was made for
   */
  Map<String, String> applyTo(Path home) throws IOException {
    Map<String, String> changed = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      String text = changed.get(piece.file());
      text = text == null ? Files.readString(home.resolve(piece.file())) : text;
      int at = text.indexOf(piece.before());
      if (at < 0 || text.indexOf(piece.before(), at + 1) >= 0) {
        throw new IllegalStateException(
            "patch "
                + name
                + ": "
                + piece.file()
                + (at < 0 ? " has no longer" : " has more than once")
                + " the lines:\n"
                + piece.before());
      }
      changed.put(
          piece.file(),
          text.substring(0, at) + piece.after() + text.substring(at + piece.before().length()));
    }
    return changed;
  }
}
