package org.tenuto.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Staff who do every step of a session that the station asks for, without a browser: nothing is
 * contraindicated, everything is done.
 */
public final class SessionRun {

  private final StationClient station;
  private final Map<String, String> order;

  /**
   * For one order.
   *
   * @param order fields of its form
   */
  public SessionRun(StationClient station, Map<String, String> order) {
    this.station = station;
    this.order = Map.copyOf(order);
  }

  /** Begins a session and does all that comes before its infusion. Nothing where steps are off. */
  public void prepare() throws IOException, InterruptedException {
    if (session().path("on").asBoolean()) {
      station.post("session/begin", Map.of("patient", "NEW"));
      for (String step : new String[] {"SCREENING", "PREPARATION", "CHECKLIST", "LOADING"}) {
        complete(step);
      }
    }
  }

  /** Does what comes after the infusion and ends the session in good order. */
  public void discharge(String drawnMl, String residualMl)
      throws IOException, InterruptedException {
    JsonNode session = session();
    if (!session.path("open").asBoolean()) {
      return;
    }
    if (session.has("unbalanced")) {
      balance(session.path("unbalanced").asText(), drawnMl, residualMl);
    }
    complete("DISCHARGE");
    station.post("session/note", Map.of("text", "Quiet, music, slept a little."));
    station.post("session/end", Map.of());
  }

  private void balance(String concentration, String drawnMl, String residualMl)
      throws IOException, InterruptedException {
    Map<String, String> balance = new LinkedHashMap<>();
    balance.put("concentration", concentration);
    balance.put("drawn", drawnMl);
    balance.put("residual", residualMl);
    balance.put("waste", "0");
    balance.put("line", "1.5");
    balance.put("flush", "0");
    balance.put("flushRate", "0");
    balance.put("second", DemoStaff.NURSE.id());
    balance.put("pin", DemoStaff.NURSE.pin());
    station.post("session/balance", balance);
  }

  private void complete(String step) throws IOException, InterruptedException {
    for (JsonNode one : session().path("steps")) {
      if (one.path("id").asText().equals(step)) {
        for (JsonNode item : one.path("items")) {
          see(item.path("id").asText(), item.path("kind").asText());
        }
      }
    }
  }

  private void see(String item, String kind) throws IOException, InterruptedException {
    switch (kind) {
      case "WEIGHT" -> station.post("session/weight", Map.of("weight", field("weight")));
      case "LOADING" ->
          station.post(
              "session/loading",
              Map.of(
                  "item", item,
                  "syringe", field("syringe"),
                  "concentration", field("concentration")));
      case "OBSERVED" -> observe();
      default -> station.post("session/answer", Map.of("item", item, "value", answer(kind)));
    }
  }

  /** All that any item is answered by: nobody here is unwell. */
  private void observe() throws IOException, InterruptedException {
    station.post(
        "session/vital-signs",
        Map.of(
            "systolic", "120",
            "diastolic", "80",
            "heartRate", "70",
            "spo2", "98",
            "respiration", "14",
            "temperature", "",
            "source", "MANUAL",
            "corrects", "",
            "reason", ""));
    for (String[] scale : new String[][] {{"MOAA_S", "5"}, {"CADSS_6", "0"}, {"PAIN", "0"}}) {
      station.post(
          "session/scale",
          Map.of("scale", scale[0], "score", scale[1], "corrects", "", "reason", ""));
    }
  }

  private static String answer(String kind) {
    return switch (kind) {
      case "HARD", "CAUTION" -> "NO";
      case "TICK" -> "DONE";
      case "SCORE" -> "2";
      default -> "To sleep again.";
    };
  }

  private String field(String name) {
    return order.getOrDefault(name, "");
  }

  private JsonNode session() throws IOException, InterruptedException {
    return station.status().path("session");
  }
}
