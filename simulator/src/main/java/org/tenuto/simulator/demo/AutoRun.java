package org.tenuto.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A one-minute infusion without a browser, through the same processes and the same HTTP interface,
 * judged afterwards from the truth, the journal and what came over MQTT.
 */
final class AutoRun {

  private static final Map<String, String> ORDER =
      Map.of(
          "weight", "70",
          "protocol", "DEMO-1MIN",
          "concentration", "1",
          "syringe", "BD-PLASTIPAK-50",
          "loaded", "10");

  private static final long READY_S = 20;
  private static final long COMPLETE_S = 120;
  private static final long LOOK_MS = 200;
  private static final long SAY_S = 10;

  private final Demo demo;
  private final StationClient station;

  AutoRun(Demo demo) {
    this.demo = demo;
    this.station = new StationClient(demo.stationUrl());
  }

  /** Runs and judges; the exit code. */
  int run() throws IOException, InterruptedException {
    List<String> faults = new ArrayList<>();
    String fault = infuse();
    if (fault == null) {
      faults.addAll(new Judgement(demo.files(), station.status()).faults());
    } else {
      faults.add(fault);
    }
    faults.forEach(line -> Demo.say("FAILED: " + line));
    if (faults.isEmpty()) {
      Demo.say("passed: completed, truth and ledger agree, journal verified, events received");
    }
    return faults.isEmpty() ? 0 : 1;
  }

  /** The infusion; null if it completed, else what went wrong. */
  private @Nullable String infuse() throws IOException, InterruptedException {
    if (!await("IDLE", READY_S)) {
      return "device not ready within " + READY_S + " s: " + state();
    }
    station.signIn(DemoStaff.ANESTHETIST);
    Demo.say("signed in: " + DemoStaff.ANESTHETIST.id());
    var session = new SessionRun(station, ORDER);
    session.prepare();
    JsonNode readBack = station.post("propose", ORDER).path("readBack");
    Demo.say(
        "read back: "
            + String.join(
                ", ",
                readBack.path("amount").asText(),
                readBack.path("volume").asText(),
                readBack.path("flowRate").asText(),
                readBack.path("doseRate").asText(),
                "pump " + readBack.path("pumpRate").asText()));
    JsonNode checked = station.secondCheck(DemoStaff.NURSE, readBack);
    Demo.say("checked by a second person: " + checked.path("checkedBy").asText());
    station.post(
        "start",
        Map.of("nonce", checked.path("nonce").asText(), "hash", checked.path("hash").asText()));
    Demo.say("started");
    if (!await("COMPLETE", COMPLETE_S)) {
      return "not complete within " + COMPLETE_S + " s: " + state();
    }
    session.discharge(ORDER.getOrDefault("loaded", ""), "9.3");
    return null;
  }

  /** Waits for a state, saying how it goes; false if it did not come or the device faulted. */
  private boolean await(String wanted, long withinS) throws IOException, InterruptedException {
    long startNs = System.nanoTime();
    long saidS = 0;
    while (true) {
      JsonNode status = station.look();
      String state = status.path("state").path("code").asText();
      long elapsedS = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startNs);
      if (state.equals(wanted)) {
        return true;
      }
      if (state.equals("FAULT") || elapsedS >= withinS || demo.firstDead() != null) {
        return false;
      }
      if (elapsedS >= saidS + SAY_S) {
        saidS = elapsedS;
        Demo.say(progress(status));
      }
      Thread.sleep(LOOK_MS);
    }
  }

  private static String progress(JsonNode status) {
    JsonNode delivery = status.path("delivery");
    return status.path("state").path("text").asText()
        + ", "
        + delivery.path("atLeast").path("text").asText()
        + " of "
        + delivery.path("ordered").path("text").asText()
        + ", "
        + delivery.path("timeLeft").path("text").asText()
        + " left";
  }

  private String state() throws IOException, InterruptedException {
    JsonNode status = station.status();
    return status.path("state").path("text").asText() + " " + status.path("alarms");
  }
}
