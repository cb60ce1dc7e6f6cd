package org.tenuto.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.tenuto.dose.DoseCalculator;
import org.tenuto.dose.ExactDose;
import org.tenuto.dose.OrderPhase;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.Concentration;
import org.tenuto.quantity.Ratio;

/**
 * What a number that is being typed comes to, with what was entered before it: exact figures for
 * the eye, before any rounding to the pump. Nothing is given by them; the executor works out its
 * own and has them read back.
 */
final class EntryFigures {

  private static final int NANO_PLACES = 6;

  /** Stands in while no concentration was chosen: then no volume is shown. */
  private static final Concentration ANY = new Concentration(1_000_000);

  private EntryFigures() {}

  /**
   * The figures of a form that may lack concentration, syringe and loaded volume. Rates are the
   * highest of any phase.
   *
   * @throws RequestRefused 400, naming the field that is wrong
   */
  static ObjectNode of(OrderForm form, Catalogue catalogue) {
    Catalogue.Drug drug = FormCheck.drugOf(form.protocol(), catalogue);
    ObjectNode json = Json.object();
    if (!form.concentration().isEmpty() && !form.loaded().isEmpty()) {
      loaded(json, form, catalogue, drug);
    }
    if (form.weight().isEmpty() || !form.weightBasis().isEmpty()) {
      return json;
    }
    List<OrderPhase> phases =
        form.phases().isEmpty() ? protocol(form, drug).phases() : FormCheck.phases(form);
    boolean known = !form.concentration().isEmpty();
    ExactDose exact =
        DoseCalculator.exact(
            Ratio.of(new BodyWeight(FormCheck.weightG(form.weight(), drug)).kg()),
            phases,
            known
                ? new Concentration(FormCheck.concentration(form.concentration(), drug))
                : ANY);
    put(json, exact, known);
    return json;
  }

  private static Catalogue.Protocol protocol(OrderForm form, Catalogue.Drug drug) {
    return drug.protocols().stream()
        .filter(protocol -> protocol.id().equals(form.protocol()))
        .findFirst()
        .orElseThrow();
  }

  private static void loaded(
      ObjectNode json, OrderForm form, Catalogue catalogue, Catalogue.Drug drug) {
    long loadedNl =
        FormCheck.loadedNl(form.loaded(), FormCheck.syringe(form.syringe(), catalogue));
    long ngPerMl = FormCheck.concentration(form.concentration(), drug);
    json.put("loadedAmount", Texts.amount(Math.multiplyExact(loadedNl, ngPerMl) / 1_000_000));
  }

  private static void put(ObjectNode json, ExactDose exact, boolean known) {
    json.put("amount", Texts.amount(nano(exact.totalMg())));
    json.put("doseRate", Texts.doseRate(highest(exact, ExactDose.Phase::doseRateMgPerKgPerH)));
    if (known) {
      json.put("volume", Texts.volume(nano(exact.volumeMl())));
      json.put("flowRate", Texts.flowRate(highest(exact, ExactDose.Phase::rateMlPerH)));
    }
    json.put("duration", Texts.duration(exact.durationS()));
  }

  private static long highest(
      ExactDose exact, Function<ExactDose.Phase, Ratio> rate) {
    return exact.phases().stream().map(rate).mapToLong(EntryFigures::nano).max().orElse(0);
  }

  /** In millionths, rounded down. */
  private static long nano(Ratio value) {
    BigDecimal millionths = value.floor(NANO_PLACES).movePointRight(NANO_PLACES);
    return millionths.longValueExact();
  }
}
