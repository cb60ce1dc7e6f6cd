package org.tenuto.replay;

import java.util.Arrays;

/**
 * Takes a recording apart. What ends in the middle of an answer (a device that lost power) is over
 * before it. One thread.
 */
final class TraceReader {

  private static final int SEVEN = 7;
  private static final int LOW_SEVEN = 0x7F;

  private final byte[] recording;
  private int at;
  private boolean over;

  TraceReader(byte[] recording) {
    this.recording = recording.clone();
  }

  /**
   * Looks whether a whole answer is there: two numbers, and one or bytes after them. If not, this is
   * the end.
   */
  boolean mark() {
    int from = at;
    number();
    long kind = number();
    if (isBytes(kind)) {
      bytes();
    } else {
      number();
    }
    boolean whole = !over;
    at = from;
    return whole;
  }

  private static boolean isBytes(long kind) {
    return kind == Input.COMMAND.ordinal() || kind == Input.LINE_READ.ordinal();
  }

  /** The next number; 0 at the end. */
  long number() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE && at < recording.length; shift += SEVEN) {
      byte part = recording[at++];
      value |= (long) (part & LOW_SEVEN) << shift;
      if (part >= 0) {
        return value;
      }
    }
    over = true;
    return 0;
  }

  /** The next bytes, after their number; none at the end. */
  byte[] bytes() {
    long count = number();
    if (count < 0 || count > recording.length - at) {
      over = true;
      return new byte[0];
    }
    at += (int) count;
    return Arrays.copyOfRange(recording, at - (int) count, at);
  }

  boolean isOver() {
    return over;
  }
}
