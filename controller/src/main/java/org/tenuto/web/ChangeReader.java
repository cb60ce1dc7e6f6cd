package org.tenuto.web;

import java.util.List;
import org.tenuto.dose.Order;
import org.tenuto.quantity.DoseRate;
import org.tenuto.quantity.QuantityFormatException;
import org.tenuto.quantity.WardUnit;

/** Reads what staff want changed out of a request's body, strictly. */
final class ChangeReader {

  private static final List<String> FIELDS =
      List.of("nonce", "phase", "doseRate", "intensiveMonitoring");

  private ChangeReader() {}

  /** The change. Throws {@link RequestRefused} with status 400, naming the field. */
  static ChangeEntry read(byte[] body) {
    JsonFields sent = Json.fields(body, FIELDS);
    return new ChangeEntry(
        Nonces.parse(sent.text("nonce")),
        (int) sent.whole("phase", 1, Order.MOST_PHASES) - 1,
        doseRate(sent.text("doseRate")),
        sent.has("intensiveMonitoring") && sent.flag("intensiveMonitoring"));
  }

  /** A number as it is typed; the page shows its unit, mg/kg/h, beside it. */
  private static DoseRate doseRate(String typed) {
    try {
      DoseRate rate =
          DoseRate.parse("Dose rate", typed + " " + WardUnit.MG_PER_KG_PER_H.symbol());
      if (rate.ngPerKgPerH() == 0) {
        throw RequestRefused.field(
            "doseRate", "NOT_A_NUMBER", "Dose rate 0 mg/kg/h: expected above 0; to stop, use Stop");
      }
      return rate;
    } catch (QuantityFormatException e) {
      throw RequestRefused.field("doseRate", "NOT_A_NUMBER", e.getMessage());
    }
  }
}
