package org.tenuto.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.DoseUnit;
import org.tenuto.proto.journal.Finding;
import org.tenuto.proto.journal.Intent;
import org.tenuto.proto.journal.LimitOverride;
import org.tenuto.proto.journal.Order;
import org.tenuto.proto.journal.OrderPhase;
import org.tenuto.proto.journal.Prediction;
import org.tenuto.proto.journal.PriorDose;
import org.tenuto.proto.journal.Progress;
import org.tenuto.proto.journal.ReadBack;
import org.tenuto.proto.journal.ReadBackPhase;
import org.tenuto.proto.journal.Weights;

/** The order for programs: as asked for and read back, its limits, findings and changes. */
final class OrderJson {

  private OrderJson() {}

  static void write(ObjectNode report, SessionFacts facts) {
    ReadBack readBack = facts.order().first();
    if (readBack == null) {
      report.putNull("order");
      return;
    }
    Order order = readBack.getOrder();
    ObjectNode into = report.putObject("order");
    names(into, readBack, facts.order().proposal());
    staff(into, order, facts.order().confirmedBy());
    patient(into.putObject("patient"), readBack);
    into.put("concentration_mg_per_ml", JsonFigures.micro(order.getConcentrationNgPerMl()));
    into.put("loaded_ml", JsonFigures.micro(order.getLoadedNl()));
    into.put("intensive_monitoring_attested", order.getIntensiveMonitoring());
    program(into.putArray("ordered"), order);
    readBack(into.putObject("read_back"), readBack);
    predictions(into.putArray("predictions"), readBack);
    overrides(into.putArray("soft_limits_passed"), order);
    priors(into.putArray("doses_of_24_h"), order);
    limits(into, readBack);
    changes(into.putArray("changes"), facts);
  }

  private static void names(ObjectNode into, ReadBack readBack, @Nullable Intent proposal) {
    Order order = readBack.getOrder();
    into.put("drug_id", order.getDrugId()).put("drug_name", readBack.getDrugName());
    into.put("protocol_id", order.getProtocolId());
    into.put("protocol_name", readBack.getProtocolName());
    into.put("syringe_id", order.getSyringeId()).put("syringe_name", readBack.getSyringeName());
    into.put("library_sha256", order.getLibraryHash());
    if (proposal == null) {
      into.putNull("for_demonstration").putNull("new_patient");
    } else {
      into.put("for_demonstration", proposal.getPropose().getDemo());
      into.put("new_patient", proposal.getPropose().getNewPatient());
    }
  }

  private static void staff(ObjectNode into, Order order, String confirmedBy) {
    into.put("ordered_by", JsonFigures.known(order.getStaffId()));
    into.put("confirmed_by", JsonFigures.known(confirmedBy));
    into.put("second_check_by", JsonFigures.known(order.getSecondStaffId()));
  }

  private static void patient(ObjectNode into, ReadBack readBack) {
    Order order = readBack.getOrder();
    Weights weights = readBack.getWeights();
    into.put("weight_kg", JsonFigures.milli(order.getWeightG()));
    into.put("last_weight_kg", given(order.getLastWeightG(), 3));
    into.put("height_cm", given(order.getHeightMm(), 1));
    into.put("sex", Words.sex(order.getSex()));
    into.put("dosed_by", order.getWeightBasis().isEmpty() ? "ACTUAL" : order.getWeightBasis());
    long dosingG = weights.getDosingG() == 0 ? order.getWeightG() : weights.getDosingG();
    into.put("dosing_weight_kg", JsonFigures.milli(dosingG));
    into.put("ideal_weight_kg", given(weights.getIdealG(), 3));
    into.put("adjusted_weight_kg", given(weights.getAdjustedG(), 3));
    into.put("lean_weight_kg", given(weights.getLeanG(), 3));
    into.put("bmi_kg_per_m2", given(weights.getBmiMilli(), 3));
  }

  /** Null for the 0 of what was not entered. */
  private static @Nullable BigDecimal given(long value, int places) {
    return value == 0 ? null : JsonFigures.trimmed(BigDecimal.valueOf(value, places));
  }

  private static void program(ArrayNode into, Order order) {
    if (Words.isOld(order)) {
      into.addObject()
          .put("kind", "MAINTENANCE")
          .put("amount_mg_per_kg", JsonFigures.micro(order.getDoseNgPerKg()))
          .put("duration_s", order.getDurationS());
    } else {
      order.getPhasesList().forEach(phase -> phase(into.addObject(), phase));
    }
  }

  private static void phase(ObjectNode into, OrderPhase phase) {
    into.put("kind", phase.getKind());
    String unit = phase.getUnit().toLowerCase(Locale.ROOT);
    for (DoseUnit one : DoseUnit.values()) {
      if (one.name().equals(phase.getUnit())) {
        into.put("amount_" + unit, JsonFigures.trimmed(one.value(phase.getAmountNg())));
      }
    }
    if (into.size() == 1) {
      into.put("unit_not_known", phase.getUnit()).put("amount_ng", phase.getAmountNg());
    }
    into.put("duration_s", phase.getDurationS());
  }

  private static void readBack(ObjectNode into, ReadBack readBack) {
    into.put("sha256", readBack.getHash());
    into.put("ordered_mg", JsonFigures.micro(readBack.getOrderedNg()));
    into.put("achieved_mg", JsonFigures.micro(readBack.getAchievedNg()));
    into.put("volume_ml", JsonFigures.micro(readBack.getVolumeNl()));
    into.put("duration_s", readBack.getDurationS());
    ArrayNode phases = into.putArray("phases");
    for (ReadBackPhase phase : ReadBackTable.phases(readBack)) {
      phases
          .addObject()
          .put("kind", phase.getKind())
          .put("ordered_mg", JsonFigures.micro(phase.getOrderedNg()))
          .put("achieved_mg", JsonFigures.micro(phase.getAchievedNg()))
          .put("volume_ml", JsonFigures.micro(phase.getVolumeNl()))
          .put("rate_ml_per_h", JsonFigures.micro(phase.getRateNlPerH()))
          .put("dose_rate_mg_per_kg_h", JsonFigures.micro(phase.getDoseRateNgPerKgPerH()))
          .put("duration_s", phase.getDurationS())
          .put("pump_rate", phase.getPumpRate())
          .put("pump_volume", phase.getPumpVolume());
    }
    findings(into.putArray("findings"), readBack.getFindingsList());
  }

  private static void findings(ArrayNode into, List<Finding> findings) {
    for (Finding one : findings) {
      into.addObject()
          .put("severity", one.getSeverity())
          .put("code", one.getCode())
          .put("text", one.getText());
    }
  }

  private static void predictions(ArrayNode into, ReadBack readBack) {
    for (Prediction one : readBack.getPredictionsList()) {
      into.addObject()
          .put("model_id", one.getModelId())
          .put("judged_ng_per_ml", JsonFigures.milli(one.getJudgedPgPerMl()))
          .put("judged_at_s", one.getJudgedAtS())
          .put("highest_cp_ng_per_ml", JsonFigures.milli(one.getPlasmaPgPerMl()))
          .put("highest_cp_at_s", one.getPlasmaAtS());
    }
  }

  private static void overrides(ArrayNode into, Order order) {
    for (LimitOverride one : order.getOverridesList()) {
      into.addObject().put("code", one.getCode()).put("reason", one.getReason());
    }
  }

  private static void priors(ArrayNode into, Order order) {
    for (PriorDose one : order.getPriorDosesList()) {
      into.addObject()
          .put("drug_id", one.getDrugId())
          .put("at_most_mg", JsonFigures.micro(one.getNg()))
          .put("over_s", one.getDurationS())
          .put("ended_before_order_s", one.getEndedAgoS())
          .put("this_session", one.getThisSession())
          .put("told_by_staff", one.getDeclared());
    }
  }

  private static void limits(ObjectNode into, ReadBack readBack) {
    List<LimitRow> rows = LimitRow.of(readBack);
    if (rows.isEmpty()) {
      into.putNull("limits");
      return;
    }
    ObjectNode limits = into.putObject("limits");
    for (LimitRow row : rows) {
      limits
          .putObject(row.field())
          .put("soft_lowest", row.soft().lowest())
          .put("soft_highest", row.soft().highest())
          .put("hard_lowest", row.hard().lowest())
          .put("hard_highest", row.hard().highest())
          .put("source", row.source());
    }
  }

  private static void changes(ArrayNode into, SessionFacts facts) {
    for (OrderFacts.Change one : facts.order().changes()) {
      ReadBack readBack = one.readBack();
      Progress progress = readBack.getProgress();
      ObjectNode change = into.addObject();
      JsonFigures.moment(change, "in_force", facts.span().times(), one.monoNs());
      change.put("asked_for_by", JsonFigures.known(readBack.getOrder().getStaffId()));
      change.put("confirmed_by", JsonFigures.known(one.confirmedBy()));
      change.put("phase_when_asked", progress.getPhase() + 1L);
      change.put("phase_at_most_ml", JsonFigures.micro(progress.getPhaseAtMostNl()));
      change.put("infused_s", progress.getInfusedS());
      program(change.putArray("ordered"), readBack.getOrder());
      readBack(change.putObject("read_back"), readBack);
    }
  }
}
