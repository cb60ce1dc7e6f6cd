package org.tenuto.station;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.AchievedDose;
import org.tenuto.dose.BodySize;
import org.tenuto.dose.ExactDose;
import org.tenuto.dose.Finding;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.Prediction;
import org.tenuto.dose.Verdict;
import org.tenuto.dose.WeightBasis;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.Concentration;
import org.tenuto.quantity.PlasmaConcentration;
import org.tenuto.quantity.Ratio;
import org.tenuto.quantity.WardNumber;
import org.tenuto.quantity.WardUnit;

/** One order on paper, as text for people or as JSON. */
@NullMarked
record DoseReport(PaperOrder paper, Order order, Verdict verdict) {

  private static final int GRAM_PLACES = 3;
  private static final int NANOGRAM_PLACES = 6;

  /** The verdict in one word. */
  static String word(Verdict verdict) {
    if (verdict.refused()) {
      return "refused";
    }
    return verdict.needsSecondPerson() ? "needs_second_person" : "accepted";
  }

  /** Lines for people; the last ones are the verdict and its reasons. */
  String text() {
    StringBuilder text = new StringBuilder();
    line(text, "drug", paper.drug().name() + ", " + paper.protocol().name());
    line(text, "order", orderText());
    ExactDose exact = verdict.exact();
    weightLines(text, exact);
    if (exact != null) {
      line(text, "exact", figuresText(DoseFigures.of(exact), exact.phases().size() > 1));
    }
    phaseLines(text, exact, verdict.achieved());
    for (Prediction prediction : verdict.predictions()) {
      line(text, "predicted", predictionText(prediction));
    }
    line(text, "verdict", verdictText());
    for (Finding finding : verdict.findings()) {
      line(text, "", finding.code() + ": " + finding.text());
    }
    line(text, "", "Research and teaching software: never connect it to a person.");
    return text.toString();
  }

  private void weightLines(StringBuilder text, @Nullable ExactDose exact) {
    BodySize size = verdict.size();
    if (exact != null && order.weightBasis() != WeightBasis.ACTUAL) {
      String kg = kg(exact.dosingWeightKg());
      line(text, "weight", "dosed by " + DoseOptions.word(order.weightBasis()) + ", " + kg);
    }
    if (size != null) {
      line(
          text,
          "weights",
          "actual %s  ideal %s  adjusted %s  lean %s  BMI %s kg/m²"
              .formatted(
                  new BodyWeight(order.patient().weightG()).text(),
                  kg(size.idealKg()),
                  kg(size.adjustedKg()),
                  kg(size.leanKg()),
                  WardNumber.format(size.bmi().nearest(1))));
    }
  }

  private static String kg(Ratio kg) {
    return WardUnit.KG.format(kg.nearest(GRAM_PLACES));
  }

  private void phaseLines(
      StringBuilder text, @Nullable ExactDose exact, @Nullable AchievedDose achieved) {
    if (exact == null || achieved == null) {
      line(text, "pump", "can't be told this order");
      return;
    }
    int count = achieved.phases().size();
    for (int i = 0; i < count; i++) {
      String name = count == 1 ? "pump" : "phase " + (i + 1);
      line(text, name, pumpText(achieved.phases().get(i)));
    }
    line(text, "rounding", "loses " + lostText(exact, achieved));
  }

  /** What rounding down to the pump's increments lost, mg, rounded up. */
  private static String lostText(ExactDose exact, AchievedDose achieved) {
    BigDecimal lostMg = exact.totalMg().ceiling(NANOGRAM_PLACES).subtract(achieved.drug().mg());
    return "%s of %s mg"
        .formatted(WardUnit.MG.format(lostMg), DoseFigures.decimal(exact.totalMg()));
  }

  /** One JSON object, several lines. */
  String json() {
    JsonText json = new JsonText();
    ExactDose exact = verdict.exact();
    AchievedDose achieved = verdict.achieved();
    if (exact != null) {
      json.number("dosing_weight_kg", DoseFigures.decimal(exact.dosingWeightKg()));
      DoseFigures.of(exact).forEach(json::number);
    }
    weightsJson(json);
    if (achieved != null && exact != null) {
      json.open("achieved");
      DoseFigures.of(achieved, exact.dosingWeightKg()).forEach(json::number);
      AchievedDose.Phase first = achieved.phases().getFirst();
      json.text("pump_rate", first.pumpRate()).text("pump_volume", first.pumpVolume());
      json.close();
    }
    phasesJson(json, exact, achieved);
    predictionsJson(json);
    json.open("verdict").text("status", word(verdict)).texts("codes", codes(verdict));
    json.texts("reasons", verdict.findings().stream().map(Finding::text).toList()).close();
    json.text("drug", paper.drug().id()).text("protocol", paper.protocol().id());
    json.text("syringe", paper.syringe().id()).text("library_hash", paper.library().hash());
    return json.end();
  }

  private void weightsJson(JsonText json) {
    json.open("weights").text("basis", DoseOptions.word(order.weightBasis()));
    json.number(
        "actual_kg", WardNumber.format(new BodyWeight(order.patient().weightG()).kg()));
    BodySize size = verdict.size();
    if (size != null) {
      DoseFigures.of(size).forEach(json::number);
    }
    json.close();
  }

  private static void phasesJson(
      JsonText json, @Nullable ExactDose exact, @Nullable AchievedDose achieved) {
    json.openList("phases");
    for (int i = 0; exact != null && i < exact.phases().size(); i++) {
      ExactDose.Phase phase = exact.phases().get(i);
      json.openElement().text("kind", phase.kind().name());
      DoseFigures.of(phase).forEach(json::number);
      if (achieved != null) {
        AchievedDose.Phase pump = achieved.phases().get(i);
        json.open("achieved");
        DoseFigures.of(pump).forEach(json::number);
        json.text("pump_rate", pump.pumpRate()).text("pump_volume", pump.pumpVolume()).close();
      }
      json.close();
    }
    json.closeList();
  }

  private void predictionsJson(JsonText json) {
    json.openList("predictions");
    for (Prediction prediction : verdict.predictions()) {
      json.openElement().text("model", prediction.model().id());
      json.number("judged_ng_ml", ngPerMl(prediction.judgedPgPerMl()));
      json.number("judged_at_s", Long.toString(prediction.judgedAtS()));
      json.number("peak_cp_ng_ml", ngPerMl(prediction.plasmaPgPerMl()));
      json.number("peak_cp_at_s", Long.toString(prediction.plasmaAtS()));
      json.close();
    }
    json.closeList();
  }

  private static String ngPerMl(long pgPerMl) {
    return WardNumber.format(new PlasmaConcentration(pgPerMl).ngPerMl());
  }

  static List<String> codes(Verdict verdict) {
    return verdict.findings().stream().map(Finding::code).toList();
  }

  private String orderText() {
    return new BodyWeight(order.patient().weightG()).text()
        + ", "
        + String.join(", then ", order.phases().stream().map(OrderPhase::text).toList())
        + ", "
        + new Concentration(order.concentrationNgPerMl()).text()
        + " in "
        + paper.syringe().name();
  }

  private static String pumpText(AchievedDose.Phase achieved) {
    return "%s  %s  %s  %s  %d s  (%s %s)"
        .formatted(
            achieved.drug().text(),
            achieved.volume().text(),
            achieved.rate().text(),
            achieved.doseRate().text(),
            achieved.durationS(),
            achieved.pumpRate(),
            achieved.pumpVolume());
  }

  private String predictionText(Prediction prediction) {
    return "%s at most %s ng/mL (soft limit %s, hard %s), plasma peak %s ng/mL; no measurement"
        .formatted(
            prediction.model().title(),
            ngPerMl(prediction.judgedPgPerMl()),
            paper.drug().ceiling().soft().text(),
            paper.drug().ceiling().hard().text(),
            ngPerMl(prediction.plasmaPgPerMl()));
  }

  private static String figuresText(Map<String, String> figures, boolean severalPhases) {
    String whole = "%s mg  %s mL".formatted(figures.get("total_mg"), figures.get("volume_ml"));
    return severalPhases
        ? whole
        : whole
            + "  %s mL/h  %s mg/kg/h  %s mcg/kg/min"
                .formatted(
                    figures.get("rate_ml_per_h"),
                    figures.get("dose_rate_mg_per_kg_h"),
                    figures.get("dose_rate_mcg_per_kg_min"));
  }

  private String verdictText() {
    return verdict.needsSecondPerson() && !verdict.refused()
        ? "needs a reason and a second person, which the device can't take yet"
        : word(verdict);
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("%-11s%s%n".formatted(name, value));
  }
}
