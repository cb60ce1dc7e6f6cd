package org.tenuto.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.proto.journal.Finding;
import org.tenuto.proto.journal.Intent;
import org.tenuto.proto.journal.LimitOverride;
import org.tenuto.proto.journal.Order;
import org.tenuto.proto.journal.Prediction;
import org.tenuto.proto.journal.PriorDose;
import org.tenuto.proto.journal.ReadBack;
import org.tenuto.proto.journal.Weights;

/** The order as it was asked for and read back, its limits, findings, overrides and changes. */
final class OrderSection {

  private OrderSection() {}

  static void write(Html html, SessionFacts facts) {
    html.heading("Order");
    ReadBack readBack = facts.order().first();
    if (readBack == null) {
      html.paragraph("The read-back of this order is not on record.");
      return;
    }
    facts(html, facts, readBack);
    ReadBackTable.write(html, readBack);
    html.note("Rounding down to what the pump can do lost "
        + Figures.drug(readBack.getOrderedNg() - readBack.getAchievedNg())
        + " of " + Figures.drug(readBack.getOrderedNg()) + ".");
    predictions(html, readBack);
    findings(html, readBack);
    overrides(html, readBack.getOrder());
    priors(html, readBack.getOrder());
    LimitTable.write(html, readBack);
    changes(html, facts);
  }

  private static void facts(Html html, SessionFacts facts, ReadBack readBack) {
    Order order = readBack.getOrder();
    Intent proposal = facts.order().proposal();
    boolean demo = proposal != null && proposal.getPropose().getDemo();
    html.facts();
    html.fact("drug", named(readBack.getDrugName(), order.getDrugId()));
    html.fact("", demo ? "a drug for demonstrations" : "");
    html.fact("protocol", named(readBack.getProtocolName(), order.getProtocolId()));
    html.fact("ordered", Words.program(order));
    html.fact("patient", patient(order));
    html.fact("dosed by", dosing(order, readBack.getWeights()));
    html.fact("other weights", weights(readBack.getWeights()));
    html.fact("concentration", Figures.concentration(order.getConcentrationNgPerMl()));
    html.fact(
        "syringe",
        named(readBack.getSyringeName(), order.getSyringeId())
            + ", loaded "
            + Figures.volume(order.getLoadedNl()));
    html.fact("earlier doses", newPatient(proposal));
    html.fact("intensive monitoring", order.getIntensiveMonitoring() ? "attested" : "not attested");
    html.fact("ordered by", Words.staff(order.getStaffId()));
    html.fact("confirmed by", Words.staff(facts.order().confirmedBy()));
    html.fact("second check", second(order));
    html.fact("read-back", "SHA-256 " + readBack.getHash());
    html.end();
  }

  private static String named(String name, String id) {
    return name.isEmpty() || name.equals(id) ? id : name + " (" + id + ")";
  }

  private static String patient(Order order) {
    String height = order.getHeightMm() == 0 ? "not given" : Figures.height(order.getHeightMm());
    String last =
        order.getLastWeightG() == 0
            ? ""
            : ", last weight on record " + Figures.weight(order.getLastWeightG());
    return Figures.weight(order.getWeightG())
        + ", height "
        + height
        + ", sex "
        + Words.sex(order.getSex())
        + last
        + "; no identity is on record";
  }

  private static String dosing(Order order, Weights weights) {
    long g = weights.getDosingG() == 0 ? order.getWeightG() : weights.getDosingG();
    return Words.weightBasis(order.getWeightBasis()) + ", " + Figures.weight(g);
  }

  private static String weights(Weights weights) {
    return weights.getIdealG() == 0
        ? ""
        : "ideal "
            + Figures.weight(weights.getIdealG())
            + ", adjusted "
            + Figures.weight(weights.getAdjustedG())
            + ", lean "
            + Figures.weight(weights.getLeanG())
            + ", BMI "
            + Figures.weight(weights.getBmiMilli()).replace(" kg", " kg/m²");
  }

  private static String newPatient(@Nullable Intent proposal) {
    if (proposal == null) {
      return "";
    }
    return proposal.getPropose().getNewPatient()
        ? "staff said that it is for another person than the orders before"
        : "this device's own count, if there are any";
  }

  private static String second(Order order) {
    return order.getSecondStaffId().isEmpty() ? "none" : order.getSecondStaffId();
  }

  private static void predictions(Html html, ReadBack readBack) {
    html.subheading("Looked ahead before Start, by population models, never a measurement");
    if (readBack.getPredictionsCount() == 0) {
      html.paragraph("Nothing was predicted.");
      return;
    }
    html.table(
        "figures", "model", "#held against the ceiling", "#at", "#highest in plasma", "#at");
    for (Prediction one : readBack.getPredictionsList()) {
      html.row(
          "",
          one.getModelId(),
          Figures.plasma(one.getJudgedPgPerMl()),
          Figures.duration(one.getJudgedAtS()),
          Figures.plasma(one.getPlasmaPgPerMl()),
          Figures.duration(one.getPlasmaAtS()));
    }
    html.end();
  }

  private static void findings(Html html, ReadBack readBack) {
    html.subheading("Findings");
    findings(html, readBack.getFindingsList());
  }

  static void findings(Html html, List<Finding> findings) {
    if (findings.isEmpty()) {
      html.paragraph("None: within every limit.");
      return;
    }
    html.table("words", "severity", "code", "finding");
    for (Finding one : findings) {
      html.row("", Words.lower(one.getSeverity()), one.getCode(), one.getText());
    }
    html.end();
  }

  private static void overrides(Html html, Order order) {
    html.subheading("Soft limits passed");
    if (order.getOverridesCount() == 0) {
      html.paragraph("None.");
      return;
    }
    html.table("words", "code", "reason", "ordered by", "checked by");
    for (LimitOverride one : order.getOverridesList()) {
      html.row(
          "",
          one.getCode(),
          one.getReason(),
          Words.staff(order.getStaffId()),
          Words.staff(order.getSecondStaffId()));
    }
    html.end();
  }

  private static void priors(Html html, Order order) {
    html.subheading("Doses of the last 24 h counted");
    if (order.getPriorDosesCount() == 0) {
      html.paragraph("None.");
      return;
    }
    html.table("figures", "drug", "#at most", "#over", "#ended before", "session", "known from");
    for (PriorDose one : order.getPriorDosesList()) {
      html.row(
          "",
          one.getDrugId(),
          Figures.drug(one.getNg()),
          one.getDurationS() == 0 ? "at once" : Figures.duration(one.getDurationS()),
          Figures.duration(one.getEndedAgoS()),
          one.getThisSession() ? "the same" : "earlier",
          one.getDeclared() ? "told by staff" : "this record");
    }
    html.end();
  }

  private static void changes(Html html, SessionFacts facts) {
    html.subheading("Changes during the infusion");
    if (facts.order().changes().isEmpty()) {
      html.paragraph("None.");
    }
    for (OrderFacts.Change change : facts.order().changes()) {
      ChangeBlock.write(html, facts, change);
    }
  }
}
