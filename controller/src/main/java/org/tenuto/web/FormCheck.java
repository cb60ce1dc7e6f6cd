package org.tenuto.web;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tenuto.web.Catalogue.Drug;
import org.tenuto.web.Catalogue.Protocol;
import org.tenuto.web.Catalogue.Syringe;
import org.tenuto.web.Catalogue.WeightLimits;

/**
 * Checks an order form against the catalogue, strictly: nothing is repaired, rounded or guessed.
 * The first field that is wrong is named.
 */
final class FormCheck {

  /** Up to 4 digits without a leading zero, at most 3 decimals; not {@code .5} nor {@code 5.}. */
  private static final Pattern NUMBER = Pattern.compile("(0|[1-9][0-9]{0,3})(\\.[0-9]{1,3})?");

  private static final int QUOTED_AT_MOST = 24;

  private FormCheck() {}

  /** The order it stands for. Throws {@link RequestRefused} with status 400 if there is none. */
  static OrderEntry check(OrderForm form, Catalogue catalogue) {
    long weightG = weightG(form.weight(), catalogue.weight());
    Drug drug = drugOf(form.protocol(), catalogue);
    Protocol protocol =
        drug.protocols().stream()
            .filter(p -> p.id().equals(form.protocol()))
            .findFirst()
            .orElseThrow();
    long concentrationNgPerMl = concentration(form.concentration(), drug);
    Syringe syringe = syringe(form.syringe(), catalogue);
    return new OrderEntry(
        catalogue.libraryHash(),
        drug.id(),
        protocol.id(),
        weightG,
        protocol.doseNgPerKg(),
        protocol.durationS(),
        concentrationNgPerMl,
        syringe.id(),
        loadedNl(form.loaded(), syringe));
  }

  private static long weightG(String typed, WeightLimits limits) {
    long weightG = number("weight", "Weight", typed, "kg", 3);
    if (weightG < limits.hardMinG() || weightG > limits.hardMaxG()) {
      throw RequestRefused.field(
          "weight",
          "WEIGHT_OUT_OF_LIMITS",
          "Weight %s kg: expected %s to %s kg"
              .formatted(
                  typed, Texts.typed(limits.hardMinG(), 3), Texts.typed(limits.hardMaxG(), 3)));
    }
    return weightG;
  }

  private static Drug drugOf(String protocolId, Catalogue catalogue) {
    return catalogue.drugs().stream()
        .filter(d -> d.protocols().stream().anyMatch(p -> p.id().equals(protocolId)))
        .findFirst()
        .orElseThrow(
            () ->
                unknown(
                    "protocol",
                    "Protocol",
                    protocolId,
                    catalogue.drugs().stream()
                        .flatMap(d -> d.protocols().stream())
                        .map(Protocol::id)));
  }

  private static long concentration(String typed, Drug drug) {
    long ngPerMl = number("concentration", "Concentration", typed, "mg/mL", 6);
    if (!drug.concentrationsNgPerMl().contains(ngPerMl)) {
      String allowed =
          String.join(
              ", ", drug.concentrationsNgPerMl().stream().map(c -> Texts.typed(c, 6)).toList());
      throw RequestRefused.field(
          "concentration",
          "CONCENTRATION_NOT_ALLOWED",
          "Concentration %s mg/mL: expected one of %s for %s"
              .formatted(typed, allowed, drug.name()));
    }
    return ngPerMl;
  }

  private static Syringe syringe(String id, Catalogue catalogue) {
    return catalogue.syringes().stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                unknown("syringe", "Syringe", id, catalogue.syringes().stream().map(Syringe::id)));
  }

  private static RequestRefused unknown(
      String field, String name, String sent, Stream<String> known) {
    String expected = known.collect(Collectors.joining(", "));
    return RequestRefused.field(
        field,
        field.toUpperCase(Locale.ROOT) + "_UNKNOWN",
        name + " " + quoted(sent) + ": expected one of " + expected);
  }

  private static long loadedNl(String typed, Syringe syringe) {
    long loadedNl = number("loaded", "Loaded volume", typed, "mL", 6);
    if (loadedNl == 0 || loadedNl > syringe.capacityNl()) {
      throw RequestRefused.field(
          "loaded",
          "LOADED_OUT_OF_LIMITS",
          "Loaded volume %s mL: expected above 0 and up to %s mL for %s"
              .formatted(typed, Texts.typed(syringe.capacityNl(), 6), syringe.name()));
    }
    return loadedNl;
  }

  /** The number in base units of {@code 10^-scale}. */
  private static long number(String field, String name, String typed, String unit, int scale) {
    if (typed.isEmpty()) {
      throw RequestRefused.field(
          field, "EMPTY", name + ": nothing entered, expected a number of " + unit);
    }
    if (!NUMBER.matcher(typed).matches()) {
      throw RequestRefused.field(
          field,
          "NOT_A_NUMBER",
          name + " " + quoted(typed) + ": expected a number of " + unit + " such as 5 or 0.5");
    }
    return new BigDecimal(typed).movePointRight(scale).longValueExact();
  }

  /** What was sent, short and on one line. */
  private static String quoted(String sent) {
    String shown = sent.length() > QUOTED_AT_MOST ? sent.substring(0, QUOTED_AT_MOST) : sent;
    return "\"" + shown.replaceAll("[^\\x20-\\x7e]", "?") + "\"";
  }
}
