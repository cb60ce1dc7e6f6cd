package org.tenuto.dose;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/**
 * Parses a file whose signature has been checked.
 *
 * <p>A signed file may still be garbage. What would cost the parser too much is refused before it
 * is parsed; too deep a nesting (128 levels) the parser refuses itself.
 */
final class LibraryText {

  /**
   * Longest file, bytes. The files shipped have under 14 kB. What tomlj 2.2.0 makes of 64 KiB of the
   * worst text fits the executor's heap of 64 MB, of 128 KiB it does not (measured).
   */
  static final int LONGEST_BYTES = 65_536;

  /**
   * Most blank or comment lines in a row. The time tomlj 2.2.0 takes grows with the third power of
   * their number: 1,000 took 0.75 s, 4,000 took 47 s (measured).
   */
  static final int MOST_IDLE_LINES = 50;

  /** Most syntax errors listed; what follows the first few is mostly their echo. */
  static final int MOST_SYNTAX_ERRORS = 20;

  private final LibraryFile file;
  private final List<LibraryFault> faults;

  private LibraryText(LibraryFile file, List<LibraryFault> faults) {
    this.file = file;
    this.faults = faults;
  }

  /** Its top table; null if it is no TOML, then the reasons have been added to the faults. */
  static @Nullable LibraryTable parse(LibraryFile file, List<LibraryFault> faults) {
    return new LibraryText(file, faults).parse();
  }

  private @Nullable LibraryTable parse() {
    String text = text();
    if (text == null || !parsable(text)) {
      return null;
    }
    TomlParseResult toml = Toml.parse(text);
    if (toml.hasErrors()) {
      toml.errors().stream().limit(MOST_SYNTAX_ERRORS).forEach(this::syntaxError);
      return null;
    }
    return new LibraryTable(file.name(), "", toml, faults);
  }

  private void syntaxError(TomlParseError error) {
    fault(error.position().toString(), String.valueOf(error.getMessage()), "TOML");
  }

  private @Nullable String text() {
    int bytes = file.toml().length;
    if (bytes > LONGEST_BYTES) {
      fault("content", bytes + " bytes", "at most " + LONGEST_BYTES);
      return null;
    }
    try {
      // Strict: what is not UTF-8 is refused, not replaced by question marks.
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.toml())).toString();
    } catch (CharacterCodingException e) {
      fault("content", "bytes that are no text", "UTF-8");
      return null;
    }
  }

  private boolean parsable(String text) {
    int idle = 0;
    int line = 0;
    for (String next : text.lines().toList()) {
      line++;
      String words = next.strip();
      idle = words.isEmpty() || words.startsWith("#") ? idle + 1 : 0;
      if (idle > MOST_IDLE_LINES) {
        String expected = "at most " + MOST_IDLE_LINES + " blank or comment lines in a row";
        fault("line " + line, next, expected);
        return false;
      }
    }
    return true;
  }

  private void fault(String key, String found, String expected) {
    faults.add(new LibraryFault(file.name(), key, found, expected));
  }
}
