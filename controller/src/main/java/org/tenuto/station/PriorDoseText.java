package org.tenuto.station;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.tenuto.dose.PriorDose;
import org.tenuto.quantity.DrugAmount;
import org.tenuto.quantity.InfusionTime;
import org.tenuto.quantity.QuantityFormatException;

/** An earlier dose as it is written on a command line: {@code 35mg:40min:3h}. */
@NullMarked
final class PriorDoseText {

  private static final Pattern FORM = Pattern.compile("(?:([^=:]+)=)?([^:]+):([^:]+):([^:]+)");

  private PriorDoseText() {}

  /**
   * Reads a dose: amount, the time it took and how long ago it ended, perhaps {@code DRUG=} before.
   *
   * @param drugId the drug it is of, if none is named
   * @throws QuantityFormatException in one line, if it is anything else
   */
  static PriorDose parse(String what, String text, String drugId) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new QuantityFormatException(
          what, text, "[DRUG=]AMOUNT:TIME:ENDED_AGO, e.g. 35mg:40min:3h");
    }
    String named = form.group(1);
    long endedAgoS = InfusionTime.parse(what, form.group(4)).s();
    return new PriorDose(
        named == null ? drugId : named,
        DrugAmount.parse(what, form.group(2)).ng(),
        InfusionTime.parse(what, form.group(3)).s(),
        endedAgoS,
        endedAgoS < PriorDose.SESSION_S,
        true);
  }
}
