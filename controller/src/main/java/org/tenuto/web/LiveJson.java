package org.tenuto.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tenuto.web.LiveView.Alarm;
import org.tenuto.web.LiveView.Delivery;

/** The live message: everything the page needs to be right after a reload at any moment. */
final class LiveJson {

  private LiveJson() {}

  /**
   * The message.
   *
   * @param elapsedMs time since the order began, for the plot, ms
   */
  static ObjectNode of(LiveView live, long elapsedMs) {
    ObjectNode json = Json.object();
    json.put("stationBoot", Long.toHexString(live.stationBootId()));
    executor(json.putObject("executor"), live.executor());
    state(json.putObject("state"), live);
    json.put("next", Wording.next(live));
    if (live.delivery() != null) {
      delivery(json.putObject("delivery"), live.delivery());
      json.put("elapsedMs", elapsedMs);
    }
    if (live.readBack() != null) {
      ReadBackJson.put(json.putObject("readBack"), live.readBack());
    }
    if (live.recentDose() != null) {
      json.putObject("recentDose")
          .put("text", Texts.amountAtMost(live.recentDose().ng()))
          .put("endedAgo", Texts.ago(live.recentDose().endedAgoS()))
          .put("endedAgoS", live.recentDose().endedAgoS());
    }
    if (live.priming() != null) {
      PrimingJson.put(json.putObject("priming"), live.priming());
    }
    alarms(json.putArray("alarms"), live);
    json.put("audioPauseLeftS", live.audioPauseLeftS());
    ArrayNode notMonitored = json.putArray("notMonitored");
    live.notMonitored().forEach(notMonitored::add);
    json.put("emergencyStop", live.emergencyStopLine());
    json.put("buzzer", live.buzzer());
    json.put("timing", live.timing());
    ObjectNode telemetry = json.putObject("telemetry");
    telemetry.put("code", live.telemetry().name());
    telemetry.put("text", Wording.telemetry(live.telemetry()));
    return json;
  }

  private static void executor(ObjectNode json, LiveView.Executor executor) {
    json.put("boot", Long.toHexString(executor.bootId()));
    json.put("alive", executor.alive());
    json.put("cycle", executor.cycle());
    json.put("ageMs", executor.ageMs());
  }

  private static void state(ObjectNode json, LiveView live) {
    json.put("code", live.state().name());
    json.put("text", Wording.state(live.state()));
    json.put("reason", live.reason().name());
    json.put("reasonText", Wording.reason(live));
    json.put("pump", live.pumpState().name());
    json.put("pumpText", Wording.pump(live.pumpState()));
    json.put("atRest", live.executor().alive() && Wording.atRest(live.pumpState()));
  }

  private static void delivery(ObjectNode json, Delivery d) {
    json.put("nonce", Long.toString(d.nonce()));
    figure(json, "ordered", d.orderedNl(), Texts.volume(d.orderedNl()));
    figure(json, "atLeast", d.atLeastNl(), Texts.volumeAtLeast(d.atLeastNl()));
    figure(json, "atMost", d.atMostNl(), Texts.volumeAtMost(d.atMostNl()));
    figure(json, "orderedRate", d.orderedRateNlPerH(), Texts.flowRate(d.orderedRateNlPerH()));
    figure(json, "rate", d.rateNlPerH(), Texts.flowRate(d.rateNlPerH()));
    figure(json, "doseRate", d.doseRateNgPerKgPerH(), Texts.doseRate(d.doseRateNgPerKgPerH()));
    figure(json, "timeLeft", d.timeLeftS(), Texts.timeLeft(d.timeLeftS()));
    json.put("concentration", Texts.concentration(d.concentrationNgPerMl()));
    json.put("weight", Texts.weight(d.weightG()));
    json.put("phase", d.phase() + 1);
    json.put("phases", d.phases());
    json.put("changing", d.changing());
    predicted(json.putArray("predictedNow"), d);
    given(json, d);
  }

  /** A model without a figure has none here either. */
  private static void predicted(ArrayNode json, Delivery d) {
    for (LiveView.Predicted predicted : d.predictedNow()) {
      ObjectNode one = json.addObject();
      one.put("model", predicted.model().id()).put("name", predicted.model().title());
      if (predicted.plasmaPgPerMl() >= 0) {
        one.put("plasma", Texts.plasma(predicted.plasmaPgPerMl()));
      }
      if (predicted.effectPgPerMl() >= 0) {
        one.put("effect", Texts.plasma(predicted.effectPgPerMl()));
      }
    }
  }

  /** Drug in the volume that was certainly, and at most, delivered; and per body weight. */
  private static void given(ObjectNode json, Delivery d) {
    long atLeastNg = Math.multiplyExact(d.atLeastNl(), d.concentrationNgPerMl()) / 1_000_000;
    long atMostNg =
        Math.ceilDiv(Math.multiplyExact(d.atMostNl(), d.concentrationNgPerMl()), 1_000_000L);
    figure(json, "given", atLeastNg, Texts.amount(atLeastNg));
    figure(json, "givenAtMost", atMostNg, Texts.amountAtMost(atMostNg));
    long weightG = Math.max(1, d.weightG());
    long perKg = atLeastNg * 1000 / weightG;
    long perKgAtMost = Math.ceilDiv(atMostNg * 1000, weightG);
    figure(json, "givenPerKg", perKg, Texts.dose(perKg));
    figure(json, "givenPerKgAtMost", perKgAtMost, Texts.doseAtMost(perKgAtMost));
  }

  static void figure(ObjectNode json, String name, long value, String text) {
    json.putObject(name).put("value", value).put("text", text);
  }

  private static void alarms(ArrayNode json, LiveView live) {
    List<Alarm> alarms = new ArrayList<>();
    if (!live.executor().alive()) {
      alarms.add(Wording.CONTROLLER_LOST);
    }
    live.alarms().stream().sorted(Comparator.comparing(Alarm::priority)).forEach(alarms::add);
    for (Alarm alarm : alarms) {
      json.addObject()
          .put("id", alarm.id())
          .put("priority", alarm.priority().name())
          .put("text", alarm.text())
          .put("present", alarm.present())
          .put("pausable", alarm.pausable())
          .put("quiet", alarm.pausable() && live.audioPauseLeftS() > 0);
    }
  }
}
