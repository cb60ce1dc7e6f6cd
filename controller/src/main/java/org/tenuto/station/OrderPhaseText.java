package org.tenuto.station;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.DoseUnit;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.PhaseKind;
import org.tenuto.quantity.InfusionTime;
import org.tenuto.quantity.QuantityFormatException;

/** A phase of an order as it is written on a command line: {@code bolus:0.11mg/kg:2min}. */
@NullMarked
final class OrderPhaseText {

  private static final Pattern FORM = Pattern.compile("(?:(bolus|taper):)?([^:]+):([^:]+)");

  private OrderPhaseText() {}

  /**
   * Reads a phase: an amount, a colon and a time, perhaps {@code bolus:} or {@code taper:} before.
   *
   * @throws QuantityFormatException in one line, if it is anything else
   */
  static OrderPhase parse(String what, String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new QuantityFormatException(
          what, text, "[bolus:|taper:]AMOUNT:TIME, e.g. 0.5mg/kg:40min or bolus:0.1mg/kg:2min");
    }
    String amount = form.group(2);
    DoseUnit unit = DoseUnit.of(what, amount);
    return new OrderPhase(
        kind(form.group(1)),
        unit,
        unit.parse(what, amount),
        InfusionTime.parse(what, form.group(3)).s());
  }

  private static PhaseKind kind(@Nullable String prefix) {
    return switch (prefix) {
      case null -> PhaseKind.MAINTENANCE;
      case "bolus" -> PhaseKind.BOLUS;
      default -> PhaseKind.TAPER;
    };
  }
}
