package org.tenuto.monitor.web;

import java.util.List;
import org.tenuto.monitor.text.Figures;
import org.tenuto.monitor.text.JsonWriter;
import org.tenuto.monitor.text.Plain;
import org.tenuto.proto.telemetry.Alarm;
import org.tenuto.proto.telemetry.PredictedNow;
import org.tenuto.proto.telemetry.Progress;
import org.tenuto.proto.telemetry.Status;

/**
 * What a device said of itself, ready to be shown: its own figures, rounded down for reading, and
 * its own codes. Empty where it said nothing. Immutable.
 *
 * @param rate flow rate, mL/h
 * @param doseRate mg/kg/h
 * @param given volume delivered, mL, one number or its bracket
 * @param total volume to be infused, mL
 * @param left time left, h:mm:ss
 * @param phase e.g. {@code 2 of 3}
 * @param moreAlarms alarms beyond the ones shown
 */
record Said(
    String state,
    String reason,
    String pump,
    String drug,
    String rate,
    String doseRate,
    String given,
    String total,
    String left,
    String phase,
    List<Predicted> predicted,
    List<Raised> alarms,
    int moreAlarms) {

  /** No device has so many conditions at once. */
  private static final int MOST_ALARMS = 12;

  static final int MOST_MODELS = 4;

  static final Said NOTHING =
      new Said("", "", "", "", "", "", "", "", "", "", List.of(), List.of(), 0);

  /** What a model predicts, ng/mL; empty where it predicts none. */
  record Predicted(String model, String plasma, String effect) {

    private static Predicted of(PredictedNow now) {
      return new Predicted(
          Plain.word(now.getModelId()),
          now.hasPlasmaPgPerMl() ? Figures.concentration(now.getPlasmaPgPerMl()) : "",
          now.hasEffectPgPerMl() ? Figures.concentration(now.getEffectPgPerMl()) : "");
    }

    private JsonWriter json() {
      return new JsonWriter().put("model", model).put("plasma", plasma).put("effect", effect);
    }
  }

  /** An alarm condition. */
  record Raised(String priority, String condition, String text, boolean present) {

    private static Raised of(Alarm alarm) {
      return new Raised(
          Plain.word(alarm.getPriority()),
          Plain.word(alarm.getCondition()),
          Plain.line(alarm.getText()),
          alarm.getPresent());
    }

    private JsonWriter json() {
      return new JsonWriter()
          .put("priority", priority)
          .put("condition", condition)
          .put("text", text)
          .put("present", present);
    }
  }

  static Said of(Status status, Progress progress) {
    boolean order = status.hasOrder();
    return new Said(
        Plain.word(status.getState()),
        status.getReason().equals("NONE") ? "" : Plain.word(status.getReason()),
        pump(status),
        order ? Plain.word(status.getOrder().getDrugName()) : "",
        Figures.decimal(progress.getRateNlPerH(), 2),
        order ? Figures.decimal(progress.getDoseRateNgPerKgPerH(), 3) : "",
        order ? Figures.delivered(progress) : "",
        order ? Figures.decimal(status.getOrder().getVolumeNl(), 2) : "",
        order ? Figures.clock(progress.getTimeLeftS()) : "",
        progress.getPhases() > 1 ? progress.getPhase() + " of " + progress.getPhases() : "",
        progress.getPredictedNowList().stream().limit(MOST_MODELS).map(Predicted::of).toList(),
        status.getAlarmsList().stream().limit(MOST_ALARMS).map(Raised::of).toList(),
        Math.max(0, status.getAlarmsCount() - MOST_ALARMS));
  }

  private static String pump(Status status) {
    String fault = status.getPumpFault();
    boolean faulty = !fault.isEmpty() && !fault.equals("NONE");
    return Plain.word(status.getPumpState()) + (faulty ? ", " + Plain.word(fault) : "");
  }

  JsonWriter into(JsonWriter json) {
    return json.put("state", state)
        .put("reason", reason)
        .put("pump", pump)
        .put("drug", drug)
        .put("rate", rate)
        .put("doseRate", doseRate)
        .put("given", given)
        .put("total", total)
        .put("left", left)
        .put("phase", phase)
        .put("predicted", predicted.stream().map(Predicted::json).toList())
        .put("alarms", alarms.stream().map(Raised::json).toList())
        .put("moreAlarms", moreAlarms);
  }
}
