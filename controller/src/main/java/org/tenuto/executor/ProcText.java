package org.tenuto.executor;

import java.nio.charset.StandardCharsets;

/**
 * Text of a kernel file, and single figures found in it. Made once and filled again and again: the
 * executor's heap is small and must not fill up, since a collection would stop the loop. Allocates
 * nothing after it was made. One thread.
 */
final class ProcText {

  /** A figure that the text does not have. */
  static final long UNKNOWN = -1;

  /** The first lines of {@code /proc/stat} for 200 processors; other files are shorter. */
  private static final int CAPACITY = 16_384;

  private static final int MOST_DIGITS = 18;

  private final byte[] text = new byte[CAPACITY];
  private int length;

  /** Where to write the text; {@link #setLength} says how much of it there is. */
  byte[] buffer() {
    return text;
  }

  void setLength(int bytes) {
    length = bytes;
  }

  /**
   * A word of the first line that begins with this key as a whole word.
   *
   * @param index 1 for the first word after the key
   */
  long word(byte[] key, int index) {
    int at = 0;
    while (at < length) {
      if (isWord(key, at)) {
        return wordFrom(at + key.length, index);
      }
      at = lineAfter(at);
    }
    return UNKNOWN;
  }

  /** A word after the last occurrence of a byte; 1 for the first. */
  long wordAfterLast(char mark, int index) {
    int at = length - 1;
    while (at >= 0 && text[at] != mark) {
      at--;
    }
    return at < 0 ? UNKNOWN : wordFrom(at + 1, index);
  }

  /** A key as {@link #word} takes it; made once. */
  static byte[] key(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private boolean isWord(byte[] key, int at) {
    if (at + key.length >= length || !isGap(text[at + key.length])) {
      return false;
    }
    for (int i = 0; i < key.length; i++) {
      if (text[at + i] != key[i]) {
        return false;
      }
    }
    return true;
  }

  private int lineAfter(int from) {
    int at = from;
    while (at < length && text[at] != '\n') {
      at++;
    }
    return at + 1;
  }

  private long wordFrom(int from, int index) {
    int at = skip(from, true);
    for (int i = 1; i < index; i++) {
      at = skip(skip(at, false), true);
    }
    return number(at);
  }

  /** Past the gaps, or past the word, at a place; never past the end of the line. */
  private int skip(int from, boolean gaps) {
    int at = from;
    while (at < length && text[at] != '\n' && isGap(text[at]) == gaps) {
      at++;
    }
    return at;
  }

  /** A number must be whole: one cut off by the buffer's end is unknown. */
  private long number(int from) {
    long value = 0;
    int at = from;
    while (at < length && text[at] >= '0' && text[at] <= '9') {
      value = value * 10 + text[at] - '0';
      at++;
    }
    boolean whole = at < length && isGap(text[at]) && at > from && at - from <= MOST_DIGITS;
    return whole ? value : UNKNOWN;
  }

  private static boolean isGap(byte b) {
    return b == ' ' || b == '\t' || b == '\n';
  }
}
