package org.tenuto.station;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.AchievedDose;
import org.tenuto.dose.ExactDose;
import org.tenuto.dose.Finding;
import org.tenuto.dose.Order;
import org.tenuto.dose.Verdict;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.Concentration;
import org.tenuto.quantity.DosePerWeight;
import org.tenuto.quantity.InfusionTime;

/** One order on paper, as text for people or as JSON. */
@NullMarked
record DoseReport(PaperOrder paper, Order order, Verdict verdict) {

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
    if (exact != null) {
      line(text, "exact", figuresText(DoseFigures.of(exact)));
    }
    line(text, "pump", pumpText(verdict.achieved()));
    line(text, "verdict", verdictText());
    for (Finding finding : verdict.findings()) {
      line(text, "", finding.code() + ": " + finding.text());
    }
    line(text, "", "Research and teaching software: never connect it to a person.");
    return text.toString();
  }

  /** One JSON object, several lines. */
  String json() {
    JsonText json = new JsonText();
    ExactDose exact = verdict.exact();
    if (exact != null) {
      DoseFigures.of(exact).forEach(json::number);
    }
    AchievedDose achieved = verdict.achieved();
    if (achieved != null && exact != null) {
      json.open("achieved");
      DoseFigures.of(achieved, exact.dosingWeightKg()).forEach(json::number);
      json.text("pump_rate", achieved.phases().getFirst().pumpRate()).text("pump_volume", achieved.phases().getFirst().pumpVolume());
      json.close();
    }
    json.open("verdict").text("status", word(verdict)).texts("codes", codes(verdict));
    json.texts("reasons", verdict.findings().stream().map(Finding::text).toList()).close();
    json.text("drug", paper.drug().id()).text("protocol", paper.protocol().id());
    json.text("syringe", paper.syringe().id()).text("library_hash", paper.library().hash());
    return json.end();
  }

  static List<String> codes(Verdict verdict) {
    return verdict.findings().stream().map(Finding::code).toList();
  }

  private String orderText() {
    return new BodyWeight(order.patient().weightG()).text()
        + ", "
        + order.phases().getFirst().text()
        + ", "
        + new Concentration(order.concentrationNgPerMl()).text()
        + " in "
        + paper.syringe().name();
  }

  private String pumpText(@Nullable AchievedDose achieved) {
    if (achieved == null) {
      return "can't be told this order";
    }
    return "%s  %s  %s  %s  %d s  (%s %s)"
        .formatted(
            achieved.drug().text(),
            achieved.volume().text(),
            achieved.phases().getFirst().rate().text(),
            achieved.phases().getFirst().doseRate().text(),
            achieved.durationS(),
            achieved.phases().getFirst().pumpRate(),
            achieved.phases().getFirst().pumpVolume());
  }

  private static String figuresText(Map<String, String> figures) {
    return "%s mg  %s mL  %s mL/h  %s mg/kg/h  %s mcg/kg/min"
        .formatted(
            figures.get("total_mg"),
            figures.get("volume_ml"),
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
    text.append("%-9s%s%n".formatted(name, value));
  }
}
