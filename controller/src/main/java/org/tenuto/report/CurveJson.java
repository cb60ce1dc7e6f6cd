package org.tenuto.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the page draws over time, for programs. */
final class CurveJson {

  private CurveJson() {}

  static void write(ObjectNode into, SessionFacts facts) {
    delivery(into.putArray("delivery"), facts);
    pressure(into, facts);
    double endS = TimeAxis.of(facts).endS();
    ArrayNode models = into.putArray("concentrations");
    ConcentrationTrail.of(facts, endS).forEach(trail -> model(models.addObject(), trail));
  }

  private static void delivery(ArrayNode into, SessionFacts facts) {
    for (TrailPoint point : facts.trail().points()) {
      into.addObject()
          .put("since_start_s", JsonFigures.since(facts.span().times(), point.monoNs()))
          .put("state", point.state())
          .put("phase", point.phase() + 1)
          .put("rate_ml_per_h", JsonFigures.micro(point.rateNlPerH()))
          .put("at_least_ml", JsonFigures.micro(point.atLeastNl()))
          .put("at_most_ml", JsonFigures.micro(point.atMostNl()))
          .put("commanded_ml", JsonFigures.micro(point.commandedNl()));
    }
  }

  /** A list for each stretch without a gap. */
  private static void pressure(ObjectNode into, SessionFacts facts) {
    into.put("line_pressure_missing", JsonFigures.known(facts.pressure().missing()));
    ArrayNode stretches = into.putArray("line_pressure");
    for (List<PressureTrail.Told> stretch : facts.pressure().stretches()) {
      ArrayNode points = stretches.addArray();
      for (PressureTrail.Told told : stretch) {
        points
            .addObject()
            .put("since_start_s", JsonFigures.since(facts.span().times(), told.monoNs()))
            .put("pressure_kpa", JsonFigures.milli(told.pa()));
      }
    }
  }

  private static void model(ObjectNode into, ConcentrationTrail trail) {
    into.put("model_id", trail.model().id()).put("model", trail.model().title());
    ArrayNode points = into.putArray("points");
    for (ConcentrationTrail.Value value : trail.values()) {
      points
          .addObject()
          .put("since_start_s", JsonFigures.computed(value.s()))
          .put("after_a_gap", !value.known())
          .put("cp_at_least_ng_per_ml", JsonFigures.computed(value.cpLeastNgPerMl()))
          .put("cp_at_most_ng_per_ml", JsonFigures.computed(value.cpNgPerMl()))
          .put("ce_at_most_ng_per_ml", JsonFigures.computed(value.ceNgPerMl()));
    }
  }
}
