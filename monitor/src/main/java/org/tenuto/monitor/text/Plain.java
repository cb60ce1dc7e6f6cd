package org.tenuto.monitor.text;

/**
 * Makes text from the wire harmless to look at: whoever may publish may write anything into it,
 * e.g. what moves a terminal's cursor or turns the direction of reading.
 */
public final class Plain {

  /** As long as a name of a device, a state or a code may be. */
  public static final int WORD = 64;

  /** As long as a text that is read may be. */
  public static final int LINE = 300;

  private static final char REPLACEMENT = '\uFFFD';

  private Plain() {}

  /** The same with a mark for each character that is not to be seen, cut after {@code most}. */
  public static String text(String text, int most) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .limit(most)
        .forEach(c -> plain.appendCodePoint(isHarmless(c) ? c : REPLACEMENT));
    return text.codePointCount(0, text.length()) > most
        ? plain.append('…').toString()
        : plain.toString();
  }

  /** A code, a name. */
  public static String word(String text) {
    return text(text, WORD);
  }

  /** What is read. */
  public static String line(String text) {
    return text(text, LINE);
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
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
