package org.tenuto.driver.newera;

import java.nio.charset.StandardCharsets;

/**
 * Numbers as the pump writes and reads them: four digits and one point, at most three decimals
 * ({@code 5.250}, {@code 52.50}, {@code 500.0}, {@code 1699.}). Held as whole thousandths.
 * Allocates nothing, except {@link #text}.
 */
final class NewEraNumber {

  /** Characters of a number as written: four digits and a point. */
  static final int LENGTH = 5;

  private static final int DIGITS = 4;
  private static final int DECIMALS = 3;
  private static final long LARGEST_THOUSANDTHS = 9_999_000;

  private NewEraNumber() {}

  /** The highest number that can be written and is not above {@code thousandths}. */
  static long floor(long thousandths) {
    long capped = Math.min(thousandths, LARGEST_THOUSANDTHS);
    return capped - capped % stepOf(capped);
  }

  /** Whether a number can be written exactly. */
  static boolean tellable(long thousandths) {
    return thousandths >= 0 && floor(thousandths) == thousandths;
  }

  /** Writes a tellable number as {@link #LENGTH} characters. */
  static void write(long thousandths, byte[] into, int at) {
    long step = stepOf(thousandths);
    int point = DIGITS - decimalsOf(step);
    long digits = thousandths / step;
    for (int i = LENGTH - 1; i >= 0; i--) {
      if (i == point) {
        into[at + i] = '.';
      } else {
        into[at + i] = (byte) ('0' + digits % 10);
        digits /= 10;
      }
    }
  }

  /** A tellable number as text. */
  static String text(long thousandths) {
    byte[] text = new byte[LENGTH];
    write(thousandths, text, 0);
    return new String(text, StandardCharsets.US_ASCII);
  }

  /**
   * Reads a number of up to four digits with or without a point.
   *
   * @return thousandths, or -1 if it is not such a number
   */
  static long parse(byte[] from, int at, int length) {
    int point = pointIn(from, at, length);
    int decimals = point < 0 ? 0 : length - 1 - point;
    int digits = point < 0 ? length : length - 1;
    if (digits < 1 || digits > DIGITS || decimals > DECIMALS) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < length; i++) {
      int digit = from[at + i] - '0';
      if (i != point && (digit < 0 || digit > 9)) {
        return -1;
      }
      value = i == point ? value : value * 10 + digit;
    }
    return value * digitOf(decimals);
  }

  /** What the last digit of a number that {@link #parse} accepted stands for, thousandths. */
  static long lastDigit(byte[] from, int at, int length) {
    int point = pointIn(from, at, length);
    return digitOf(point < 0 ? 0 : length - 1 - point);
  }

  private static int pointIn(byte[] from, int at, int length) {
    for (int i = 0; i < length; i++) {
      if (from[at + i] == '.') {
        return i;
      }
    }
    return -1;
  }

  private static long stepOf(long thousandths) {
    long step = 1;
    while (thousandths / step > 9_999) {
      step *= 10;
    }
    return step;
  }

  private static int decimalsOf(long step) {
    int decimals = DECIMALS;
    for (long s = step; s > 1; s /= 10) {
      decimals--;
    }
    return decimals;
  }

  private static long digitOf(int decimals) {
    long digit = 1;
    for (int i = decimals; i < DECIMALS; i++) {
      digit *= 10;
    }
    return digit;
  }
}
