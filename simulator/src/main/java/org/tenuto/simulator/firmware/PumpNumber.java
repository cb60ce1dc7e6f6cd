package org.tenuto.simulator.firmware;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as the pump writes them: four digits and a point.
 *
 * <p>In, at most four digits, of which at most three after the point; out, always five characters
 * ({@code 5.000}, {@code 26.59}, {@code 500.0}, {@code 1699.}). Inside, thousandths of the unit. A
 * {@link Quirk} may change either. Immutable.
 */
final class PumpNumber {

  /** Not a number at all. */
  static final long MALFORMED = -1;

  /** A number with more digits than the pump takes. */
  static final long TOO_MANY_DIGITS = -2;

  /** One more than the largest number shown, thousandths. */
  static final long ROLL_OVER_MILLI = 10_000_000;

  private static final int DIGITS = 4;
  private static final int DECIMALS = 3;
  private static final Pattern DECIMAL = Pattern.compile("(\\d*)\\.?(\\d*)");

  private final boolean bareIntegers;
  private final boolean cutsDigits;

  PumpNumber(Set<Quirk> quirks) {
    bareIntegers = quirks.contains(Quirk.BARE_INTEGERS);
    cutsDigits = quirks.contains(Quirk.CUT_DIGITS);
  }

  /** Thousandths, or {@link #MALFORMED} or {@link #TOO_MANY_DIGITS}. */
  long parseMilli(String text) {
    Matcher matcher = DECIMAL.matcher(text);
    if (!matcher.matches()) {
      return MALFORMED;
    }
    String whole = matcher.group(1);
    String fraction = matcher.group(2);
    if (whole.isEmpty() && fraction.isEmpty()) {
      return MALFORMED;
    }
    int decimals = Math.min(DECIMALS, DIGITS - whole.length());
    if (decimals < 0 || (fraction.length() > decimals && !cutsDigits)) {
      return TOO_MANY_DIGITS;
    }
    String kept = fraction.substring(0, Math.min(fraction.length(), decimals));
    return Long.parseLong(whole + kept + "0".repeat(DECIMALS - kept.length()));
  }

  /** Five characters; the fourth digit is rounded half up, beyond 9999 the display starts again. */
  String format(long milli) {
    long shown = milli % ROLL_OVER_MILLI;
    int decimals = DECIMALS;
    long unit = 1;
    while (decimals > 0 && roundHalfUp(shown, unit) >= 10_000) {
      decimals--;
      unit *= 10;
    }
    String digits = padded(roundHalfUp(shown, unit) % 10_000, DIGITS);
    int point = DIGITS - decimals;
    String dot = bareIntegers && decimals == 0 ? "" : ".";
    return digits.substring(0, point) + dot + digits.substring(point);
  }

  /** A whole number with leading zeros. */
  static String padded(long number, int width) {
    String digits = Long.toString(number);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }

  private static long roundHalfUp(long milli, long unit) {
    return (milli + unit / 2) / unit;
  }
}
