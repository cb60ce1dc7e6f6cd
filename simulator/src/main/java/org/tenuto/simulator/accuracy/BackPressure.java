package org.tenuto.simulator.accuracy;

import java.util.regex.Pattern;
import org.tenuto.quantity.QuantityFormatException;

/** Reads a back pressure as a person wrote it. */
final class BackPressure {

  private static final int MOST_MMHG = 300;
  private static final Pattern FORM = Pattern.compile("(-?(?:0|[1-9][0-9]{0,2})) ?mmHg");

  private BackPressure() {}

  /**
   * Whole mmHg, negative for a line that ends lower.
   *
   * @param what the thing it is for
   * @throws QuantityFormatException in one line, if it is anything else
   */
  static int parseMmHg(String what, String text) {
    var form = FORM.matcher(text);
    int mmHg = form.matches() ? Integer.parseInt(form.group(1)) : Integer.MAX_VALUE;
    if (Math.abs((long) mmHg) > MOST_MMHG) {
      throw new QuantityFormatException(
          what, text, "-" + MOST_MMHG + "mmHg to " + MOST_MMHG + "mmHg, whole");
    }
    return mmHg;
  }
}
