package org.tenuto.quantity;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Numbers as they are written on a ward, by ISMP rules: {@code 0.5}, never {@code .5}; {@code 1},
 * never {@code 1.} when read and never {@code 1.0} when written.
 *
 * <p>Read strictly, at most 9999.999 with three decimals: no sign, exponent, separator, leading
 * zero or NaN. A misread point is a tenfold dose, so whatever is not plain is refused, not guessed.
 */
public final class WardNumber {

  /** What the reader expects, for messages. */
  static final String EXPECTED =
      "a plain number from 0 to 9999.999 such as 0.5 or 70, at most 3 decimals";

  private static final Pattern FORM = Pattern.compile("(0|[1-9][0-9]{0,3})(\\.[0-9]{1,3})?");

  private WardNumber() {}

  /**
   * Reads a number without a unit.
   *
   * @param what the thing it is for, e.g. {@code weight_kg}
   * @param text what was written
   * @return the exact value, 0 or more
   * @throws QuantityFormatException if it is not plain
   */
  public static BigDecimal parse(String what, String text) {
    if (!isPlain(text)) {
      throw new QuantityFormatException(what, text, EXPECTED);
    }
    return new BigDecimal(text);
  }

  static boolean isPlain(String text) {
    return FORM.matcher(text).matches();
  }

  /** Writes a number: a digit before the point, no trailing zero, no exponent. Exact. */
  public static String format(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
