package org.tenuto.web;

import java.util.List;
import org.tenuto.dose.Order;

/** Reads an order form out of a request's body: its form, strictly; not yet what it says. */
final class OrderReader {

  /** Doses from elsewhere; the rest of an order's earlier doses are this device's own. */
  static final int DECLARED_AT_MOST = 8;

  /** An order's earlier doses are those of 24 h. */
  private static final long DAY_MIN = 1_440;

  /** As many digits as the number of a form has. */
  private static final long MOST_MM = 9_999;

  /** As long as anybody can enter: 10,000 h. The protocol's limits are far narrower. */
  private static final long MOST_S = 36_000_000;

  private static final List<String> FIELDS =
      List.of(
          "weight",
          "protocol",
          "concentration",
          "syringe",
          "loaded",
          "heightMm",
          "sex",
          "weightBasis",
          "phases",
          "intensiveMonitoring",
          "newPatient",
          "declaredDoses");
  private static final List<String> PHASE = List.of("kind", "unit", "amount", "durationS");
  private static final List<String> DOSE = List.of("drugId", "mg", "endedAgoMin", "durationMin");

  private OrderReader() {}

  /** The form. Throws {@link RequestRefused} with status 400, naming the field. */
  static OrderForm read(byte[] body) {
    JsonFields sent = Json.fields(body, FIELDS);
    return new OrderForm(
        sent.text("weight"),
        sent.text("protocol"),
        sent.text("concentration"),
        sent.text("syringe"),
        sent.text("loaded"),
        sent.has("heightMm") ? sent.whole("heightMm", 1, MOST_MM) : 0,
        sent.has("sex") ? sent.text("sex") : "",
        sent.has("weightBasis") ? sent.text("weightBasis") : "",
        phases(sent),
        sent.has("intensiveMonitoring") && sent.flag("intensiveMonitoring"),
        sent.has("newPatient") && sent.flag("newPatient"),
        doses(sent));
  }

  private static List<OrderForm.Phase> phases(JsonFields sent) {
    if (!sent.has("phases")) {
      return List.of();
    }
    return sent.list("phases", 1, Order.MOST_PHASES, PHASE).stream()
        .map(
            phase ->
                new OrderForm.Phase(
                    phase.text("kind"),
                    phase.text("unit"),
                    phase.text("amount"),
                    phase.whole("durationS", 1, MOST_S)))
        .toList();
  }

  private static List<OrderForm.Dose> doses(JsonFields sent) {
    if (!sent.has("declaredDoses")) {
      return List.of();
    }
    return sent.list("declaredDoses", 0, DECLARED_AT_MOST, DOSE).stream()
        .map(
            dose ->
                new OrderForm.Dose(
                    dose.text("drugId"),
                    dose.text("mg"),
                    dose.whole("endedAgoMin", 0, DAY_MIN),
                    dose.whole("durationMin", 0, DAY_MIN)))
        .toList();
  }
}
