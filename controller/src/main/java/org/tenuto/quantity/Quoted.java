package org.tenuto.quantity;

/** Text from outside, made fit for a one-line message: quoted, shortened, nothing unprintable. */
public final class Quoted {

  private static final int LONGEST = 40;

  private Quoted() {}

  /** The text in double quotes; control characters as {@code ?}, cut after 40 characters. */
  public static String of(String text) {
    StringBuilder line = new StringBuilder(LONGEST + 5).append('"');
    int shown = Math.min(text.length(), LONGEST);
    for (int i = 0; i < shown; i++) {
      char c = text.charAt(i);
      line.append(isPrintable(c) ? c : '?');
    }
    return line.append(shown < text.length() ? "…\"" : "\"").toString();
  }

  private static boolean isPrintable(char c) {
    // Format characters (right-to-left overrides and the like) could make a line read as another.
    int type = Character.getType(c);
    return !Character.isISOControl(c)
        && !Character.isSurrogate(c)
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }
}
