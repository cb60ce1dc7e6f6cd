package org.tenuto.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.tenuto.dose.Cap;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;
import org.tenuto.quantity.PlasmaConcentration;
import org.tenuto.web.LiveView.Delivery;

/** What models predict of the order that is shown: curves, ceiling and bands, for the plot. */
final class PlotJson {

  private PlotJson() {}

  /**
   * Adds {@code predicted} if there is anything to predict: an order this station has the read-back
   * of.
   *
   * @param trace what the order delivered so far
   * @param elapsedMs how long it takes by now, ms
   */
  static void put(
      ObjectNode json,
      DeviceDesk desk,
      LiveView live,
      List<PredictedCourse.Delivered> trace,
      long elapsedMs) {
    Delivery delivery = live.delivery();
    ReadBackView view = live.readBack();
    if (delivery == null || view == null || trace.isEmpty()) {
      return;
    }
    ReadBack readBack = view.readBack();
    PredictionBasis basis = desk.predictionBasis(readBack.order());
    if (basis == null) {
      return;
    }
    List<PredictedCourse.Delivered> delivered = new ArrayList<>(trace);
    delivered.add(new PredictedCourse.Delivered(elapsedMs, delivery.atLeastNl()));
    ObjectNode predicted = json.putObject("predicted");
    PredictedCourse.put(
        predicted.putArray("models"),
        basis.start(),
        delivery.concentrationNgPerMl(),
        delivered,
        isOpen(live.state()) ? rest(readBack.phases(), delivery) : List.of());
    bands(predicted.putArray("bands"), basis.bands());
    desk.catalogue().drugs().stream()
        .filter(drug -> drug.id().equals(readBack.order().drugId()))
        .forEach(drug -> ceiling(predicted.putObject("ceiling"), drug.ceiling()));
  }

  private static boolean isOpen(InfusionState state) {
    return state == InfusionState.INFUSING || state == InfusionState.PAUSED;
  }

  /** What is left of the phases. */
  private static List<PredictedCourse.Rest> rest(List<ReadBack.Phase> phases, Delivery delivery) {
    List<PredictedCourse.Rest> rest = new ArrayList<>();
    long goneNl = delivery.atLeastNl();
    for (ReadBack.Phase phase : phases) {
      long leftNl = phase.volumeNl() - Math.clamp(goneNl, 0, phase.volumeNl());
      goneNl -= phase.volumeNl();
      if (leftNl > 0) {
        rest.add(new PredictedCourse.Rest(leftNl, phase.rateNlPerH()));
      }
    }
    return rest;
  }

  private static void bands(ArrayNode json, List<PredictionBasis.Band> bands) {
    for (PredictionBasis.Band band : bands) {
      json.addObject()
          .put("lowPgPerMl", band.lowNgPerMl() * 1_000)
          .put("highPgPerMl", band.highNgPerMl() * 1_000)
          .put("effect", band.effect())
          .put("source", band.source());
    }
  }

  private static void ceiling(ObjectNode json, Cap<PlasmaConcentration> ceiling) {
    LiveJson.figure(json, "soft", ceiling.soft().pgPerMl(), ceiling.soft().text());
    LiveJson.figure(json, "hard", ceiling.hard().pgPerMl(), ceiling.hard().text());
  }
}
