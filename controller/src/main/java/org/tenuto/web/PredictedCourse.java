package org.tenuto.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.tenuto.pk.PredictedConcentrations;

/**
 * The curve of predicted plasma concentrations of one order, each model by itself: over what was
 * delivered so far, and over the rest of the order as if it ran on from now. Of a model, never of a
 * person; the executor's own figures judge, this one is only drawn. One thread.
 */
final class PredictedCourse {

  /** Points of the rest of an order: one for each 3 pixels of the plot. */
  private static final int FUTURE_POINTS = 60;

  private static final double MS_PER_S = 1_000;
  private static final double S_PER_H = 3_600;
  private static final double PG_PER_NG = 1_000;

  /**
   * Delivered volume at one moment of an order.
   *
   * @param ms since it began, ms
   * @param nl certainly delivered by then, nL
   */
  record Delivered(long ms, long nl) {}

  /**
   * A part of an order that is still to come.
   *
   * @param nl volume, nL, above 0
   * @param rateNlPerH its flow rate, nL/h, above 0
   */
  record Rest(long nl, long rateNlPerH) {

    double s() {
      return nl * S_PER_H / rateNlPerH;
    }
  }

  private final PredictedConcentrations state;
  private final double ngPerNl;
  private final List<ArrayNode> past = new ArrayList<>();
  private final List<ArrayNode> future = new ArrayList<>();
  private double atMs;

  private PredictedCourse(PredictedConcentrations state, double ngPerNl) {
    this.state = state;
    this.ngPerNl = ngPerNl;
    for (int i = 0; i < state.count(); i++) {
      past.add(Json.array());
      future.add(Json.array());
    }
  }

  /**
   * Adds one element for each model to {@code json}: its name and its points, [ms, pg/mL].
   *
   * @param start the models when the order starts; they are run on
   * @param delivered of the order so far, in the order of time
   * @param rest what is still to come, none once the order is over
   */
  static void put(
      ArrayNode json,
      PredictedConcentrations start,
      long concentrationNgPerMl,
      List<Delivered> delivered,
      List<Rest> rest) {
    var course = new PredictedCourse(start, concentrationNgPerMl / 1e6);
    course.follow(delivered);
    course.lookAhead(rest);
    for (int i = 0; i < start.count(); i++) {
      ObjectNode model = json.addObject();
      model.put("model", start.model(i).id()).put("name", start.model(i).title());
      model.set("past", course.past.get(i));
      model.set("future", course.future.get(i));
    }
  }

  private void follow(List<Delivered> delivered) {
    note(past);
    long beforeNl = 0;
    for (Delivered point : delivered) {
      double s = (point.ms() - atMs) / MS_PER_S;
      if (s > 0) {
        state.advance(Math.max(0, point.nl() - beforeNl) * ngPerNl / s, s);
        atMs = point.ms();
        beforeNl = Math.max(beforeNl, point.nl());
        note(past);
      }
    }
  }

  private void lookAhead(List<Rest> rest) {
    double allS = rest.stream().mapToDouble(Rest::s).sum();
    if (allS > 0) {
      note(future);
    }
    for (Rest phase : rest) {
      double ngPerS = phase.rateNlPerH() * ngPerNl / S_PER_H;
      int steps = (int) Math.ceil(phase.s() * FUTURE_POINTS / allS);
      for (int i = 0; i < steps; i++) {
        state.advance(ngPerS, phase.s() / steps);
        atMs += phase.s() / steps * MS_PER_S;
        note(future);
      }
    }
  }

  private void note(List<ArrayNode> curves) {
    for (int i = 0; i < state.count(); i++) {
      curves
          .get(i)
          .addArray()
          .add(Math.round(atMs))
          .add((long) StrictMath.ceil(state.cpNgPerMl(i) * PG_PER_NG));
    }
  }
}
