package org.tenuto.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tenuto.dose.Bounds;
import org.tenuto.dose.DoseUnit;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.Patient;
import org.tenuto.dose.PhaseKind;
import org.tenuto.dose.PriorDose;
import org.tenuto.dose.Sex;
import org.tenuto.dose.WeightBasis;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.QuantityFormatException;
import org.tenuto.web.Catalogue.Drug;
import org.tenuto.web.Catalogue.Protocol;
import org.tenuto.web.Catalogue.Syringe;

/**
 * Checks an order form against the catalogue, strictly: nothing is repaired, rounded or guessed.
 * The first field that is wrong is named.
 */
final class FormCheck {

  /** Up to 4 digits without a leading zero, at most 3 decimals; not {@code .5} nor {@code 5.}. */
  private static final Pattern NUMBER = Pattern.compile("(0|[1-9][0-9]{0,3})(\\.[0-9]{1,3})?");

  private static final int QUOTED_AT_MOST = 24;
  private static final long S_PER_MIN = 60;

  private FormCheck() {}

  /** The order it stands for. Throws {@link RequestRefused} with status 400 if there is none. */
  static OrderEntry check(OrderForm form, Catalogue catalogue) {
    Drug drug = drugOf(form.protocol(), catalogue);
    Protocol protocol =
        drug.protocols().stream()
            .filter(p -> p.id().equals(form.protocol()))
            .findFirst()
            .orElseThrow();
    Syringe syringe = syringe(form.syringe(), catalogue);
    return new OrderEntry(
        catalogue.libraryHash(),
        drug.id(),
        protocol.id(),
        patient(form, drug),
        form.weightBasis().isEmpty()
            ? WeightBasis.ACTUAL
            : one("weightBasis", form.weightBasis(), List.of(WeightBasis.values())),
        form.phases().isEmpty() ? protocol.phases() : phases(form),
        concentration(form.concentration(), drug),
        syringe.id(),
        loadedNl(form.loaded(), syringe),
        form.intensiveMonitoring(),
        form.newPatient(),
        form.declaredDoses().stream().map(dose -> declared(dose, catalogue)).toList());
  }

  private static Patient patient(OrderForm form, Drug drug) {
    Sex sex =
        form.sex().isEmpty()
            ? Sex.NOT_GIVEN
            : one("sex", form.sex(), List.of(Sex.FEMALE, Sex.MALE));
    return new Patient(weightG(form.weight(), drug), form.heightMm(), sex, 0);
  }

  static long weightG(String typed, Drug drug) {
    long weightG = number("weight", "Weight", typed, "kg", 3);
    Bounds<BodyWeight> hard = drug.weight().hard();
    if (weightG < hard.lowest().g() || weightG > hard.highest().g()) {
      throw RequestRefused.field(
          "weight",
          "WEIGHT_OUT_OF_LIMITS",
          "Weight %s kg: expected %s to %s kg for %s"
              .formatted(
                  typed,
                  Texts.typed(hard.lowest().g(), 3),
                  Texts.typed(hard.highest().g(), 3),
                  drug.name()));
    }
    return weightG;
  }

  static List<OrderPhase> phases(OrderForm form) {
    return form.phases().stream()
        .map(
            phase -> {
              DoseUnit unit = one("phases", phase.unit(), List.of(DoseUnit.values()));
              return new OrderPhase(
                  one("phases", phase.kind(), List.of(PhaseKind.values())),
                  unit,
                  amountNg(phase.amount(), unit),
                  phase.durationS());
            })
        .toList();
  }

  private static long amountNg(String typed, DoseUnit unit) {
    try {
      return unit.parse("Amount", typed + " " + unit.ward().symbol());
    } catch (QuantityFormatException e) {
      throw RequestRefused.field("phases", "NOT_A_NUMBER", e.getMessage());
    }
  }

  /**
   * A dose from elsewhere. One that ended less than 4 h ago counts as given in this session, as the
   * device's own do.
   */
  private static PriorDose declared(OrderForm.Dose dose, Catalogue catalogue) {
    if (catalogue.drugs().stream().noneMatch(drug -> drug.id().equals(dose.drugId()))) {
      throw RequestRefused.field(
          "declaredDoses",
          "DRUG_UNKNOWN",
          "Declared drug " + quoted(dose.drugId()) + ": expected one of "
              + String.join(", ", catalogue.drugs().stream().map(Drug::id).toList()));
    }
    long ng = number("declaredDoses", "Declared dose", dose.mg(), "mg", 6);
    if (ng == 0) {
      throw RequestRefused.field(
          "declaredDoses", "NOT_A_NUMBER", "Declared dose 0 mg: expected more than 0 mg");
    }
    long endedAgoS = dose.endedAgoMin() * S_PER_MIN;
    return new PriorDose(
        dose.drugId(),
        ng,
        dose.durationMin() * S_PER_MIN,
        endedAgoS,
        endedAgoS < PriorDose.SESSION_S,
        true);
  }

  /** The value with that name. */
  private static <E extends Enum<E>> E one(String field, String name, List<E> values) {
    return values.stream()
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                RequestRefused.field(
                    field,
                    "NAME_UNKNOWN",
                    field + " " + quoted(name) + ": expected one of "
                        + values.stream().map(Enum::name).collect(Collectors.joining(", "))));
  }

  static Drug drugOf(String protocolId, Catalogue catalogue) {
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

  static long concentration(String typed, Drug drug) {
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

  static Syringe syringe(String id, Catalogue catalogue) {
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

  static long loadedNl(String typed, Syringe syringe) {
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
  static long number(String field, String name, String typed, String unit, int scale) {
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
