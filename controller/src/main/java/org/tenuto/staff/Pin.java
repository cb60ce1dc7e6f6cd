package org.tenuto.staff;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a PIN has to be: 6 to 10 digits that nobody would try first. */
public final class Pin {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{6,10}");
  private static final int BASE = 10;

  private Pin() {}

  /** Whether it has the form of one; says nothing of how good it is. */
  public static boolean isForm(String pin) {
    return DIGITS.matcher(pin).matches();
  }

  /** Why it can't be given to anybody, without the PIN itself; null if it can. */
  public static @Nullable String fault(String pin) {
    if (!isForm(pin)) {
      return "PIN: expected 6 to 10 digits";
    }
    if (isRun(pin, 0)) {
      return "PIN: all digits are the same, expected others";
    }
    if (isRun(pin, 1) || isRun(pin, BASE - 1)) {
      return "PIN: digits count up or down, expected others";
    }
    return null;
  }

  /** Whether each digit is so much more than the one before it; 0 comes after 9. */
  private static boolean isRun(String pin, int step) {
    for (int i = 1; i < pin.length(); i++) {
      if ((pin.charAt(i) - pin.charAt(i - 1) + BASE) % BASE != step) {
        return false;
      }
    }
    return true;
  }
}
