package org.tenuto.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.BindException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.alarm.AlarmPriority;
import org.tenuto.web.DeviceClient.Answer;

class DeviceServerTest {

  private final ScriptedDesk desk = new ScriptedDesk(1);
  private DeviceServer server;
  private DeviceClient client;

  @BeforeEach
  void serve() throws Exception {
    server = DeviceServer.start(0, desk);
    client = new DeviceClient(server);
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void theCatalogueCarriesWhatIsSentBackAndWhatIsShown() throws Exception {
    Answer answer = client.get("/api/catalogue");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/defaultProtocol")).isEqualTo("DEP-RACEMIC-40");
    assertThat(answer.text("/drugs/0/weight/hardMin")).isEqualTo("25");
    assertThat(answer.text("/drugs/0/concentrations/3/id")).isEqualTo("10");
    assertThat(answer.text("/drugs/0/concentrations/3/text")).isEqualTo("10 mg/mL");
    assertThat(answer.text("/drugs/0/protocols/0/dose")).isEqualTo("0.5 mg/kg");
    assertThat(answer.text("/drugs/0/protocols/0/duration")).isEqualTo("40 min");
    assertThat(answer.text("/drugs/0/protocols/0/doseRateLimits/softMax")).isEqualTo("1");
    assertThat(answer.text("/drugs/0/protocols/0/doseRateLimits/hardMax")).isEqualTo("1.5");
    assertThat(answer.text("/syringes/0/capacity")).isEqualTo("50");
  }

  @Test
  void aProposalIsAnsweredWithTheExecutorsFigures() throws Exception {
    Answer answer = client.post("/api/propose", DeviceClient.ORDER);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/readBack/amount")).isEqualTo("35 mg");
    assertThat(answer.text("/readBack/volume")).isEqualTo("35 mL");
    assertThat(answer.text("/readBack/flowRate")).isEqualTo("52.5 mL/h");
    assertThat(answer.text("/readBack/doseRate")).isEqualTo("0.75 mg/kg/h");
    assertThat(answer.text("/readBack/pumpRate")).isEqualTo("52.50MH");
    assertThat(answer.text("/readBack/duration")).isEqualTo("40 min");
    assertThat(answer.body().at("/readBack/refused").booleanValue()).isFalse();
    assertThat(answer.body().at("/readBack/nonce").isTextual()).isTrue();
    assertThat(answer.text("/readBack/nonce")).isEqualTo(Long.toString(ScriptedDesk.NONCE));
  }

  @Test
  void aRefusedOrderSaysWhy() throws Exception {
    desk.hardFinding = true;

    Answer answer = client.post("/api/propose", DeviceClient.ORDER);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().at("/readBack/refused").booleanValue()).isTrue();
    assertThat(answer.text("/readBack/findings/0/severity")).isEqualTo("HARD");
  }

  @Test
  void anOrderRunsPausesResumesAndStops() throws Exception {
    client.post("/api/propose", DeviceClient.ORDER);

    assertThat(client.post("/api/start", start(ScriptedDesk.NONCE, ScriptedDesk.HASH)).status())
        .isEqualTo(200);
    assertThat(client.get("/api/status").text("/state/code")).isEqualTo("INFUSING");
    assertThat(client.post("/api/pause").status()).isEqualTo(202);
    assertThat(client.get("/api/status").text("/state/code")).isEqualTo("PAUSED");
    String resume = "{\"nonce\":\"" + ScriptedDesk.NONCE + "\"}";
    assertThat(client.post("/api/resume", resume).status()).isEqualTo(200);
    assertThat(client.get("/api/status").text("/state/code")).isEqualTo("INFUSING");
    assertThat(client.post("/api/stop").status()).isEqualTo(202);
    assertThat(client.get("/api/status").text("/state/reason")).isEqualTo("STOPPED_BY_STAFF");
  }

  @Test
  void aStartForAnythingElseThanWhatWasShownIsRefused() throws Exception {
    client.post("/api/propose", DeviceClient.ORDER);

    Answer answer = client.post("/api/start", start(ScriptedDesk.NONCE, "0".repeat(64)));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("/error/code")).isEqualTo("HASH_DIFFERS");
    assertThat(answer.text("/error/text")).isEqualTo("Start is not for what was read back.");
    assertThat(client.get("/api/status").text("/state/code")).isEqualTo("READY");
  }

  @Test
  void aSecondOrderWhileOneRunsIsRefused() throws Exception {
    client.post("/api/propose", DeviceClient.ORDER);
    client.post("/api/start", start(ScriptedDesk.NONCE, ScriptedDesk.HASH));

    Answer answer = client.post("/api/propose", DeviceClient.ORDER);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("/error/code")).isEqualTo("ORDER_RUNNING");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /api/start  | {"nonce":"1"}                                  | hash
          /api/start  | {"nonce":"1","hash":"xyz"}                     | hash
          /api/start  | {"hash":"HASH"}                                | nonce
          /api/start  | {"nonce":5,"hash":"HASH"}                      | nonce
          /api/start  | {"nonce":"99999999999999999999","hash":"HASH"} | nonce
          /api/start  | {"nonce":"9999999999999999999","hash":"HASH"}  | nonce
          /api/resume | {"nonce":"0x1"}                                | nonce
          /api/resume | {"nonce":"1","more":"1"}                       | ''
          /api/resume | {"nonce":"1","nonce":"2"}                      | ''
          /api/resume | {"nonce":"1"} {}                               | ''
          /api/resume | ["nonce"]                                      | ''
          /api/resume | nonsense                                       | ''
          /api/seen   | {"boot":"","cycle":"1"}                        | boot
          /api/seen   | {"boot":"E1","cycle":"1"}                      | boot
          /api/seen   | {"boot":"e1","cycle":"-1"}                     | cycle
          /api/seen   | {"boot":"e1","cycle":"9999999999999999999"}    | cycle
          /api/seen   | {"boot":"e1"}                                  | cycle
          /api/change | {"nonce":"1","phase":1}                        | doseRate
          /api/change | {"nonce":"1","phase":1,"doseRate":0.9}         | doseRate
          /api/change | {"nonce":"1","phase":1,"doseRate":""}          | doseRate
          /api/change | {"nonce":"1","phase":1,"doseRate":"0"}         | doseRate
          /api/change | {"nonce":"1","phase":1,"doseRate":"-0.9"}      | doseRate
          /api/change | {"nonce":"1","phase":1,"doseRate":"fast"}      | doseRate
          /api/change | {"nonce":"1","phase":1,"doseRate":"0.9 mg/h"}  | doseRate
          /api/change | {"nonce":"1","phase":1,"doseRate":"1e9"}       | doseRate
          /api/change | {"nonce":"1","phase":1,"doseRate":"9999999999999999999"} | doseRate
          /api/change | {"nonce":"1","phase":0,"doseRate":"0.9"}       | phase
          /api/change | {"nonce":"1","phase":9,"doseRate":"0.9"}       | phase
          /api/change | {"nonce":"1","phase":1.5,"doseRate":"0.9"}     | phase
          /api/change | {"nonce":"1","phase":"1","doseRate":"0.9"}     | phase
          /api/change | {"nonce":"1","doseRate":"0.9"}                 | phase
          /api/change | {"phase":1,"doseRate":"0.9"}                   | nonce
          /api/change | {"nonce":1,"phase":1,"doseRate":"0.9"}         | nonce
          /api/change | {"nonce":"1","phase":1,"doseRate":"0.9","flowRate":"63"} | ''
          /api/change | {"nonce":"1","phase":1,"doseRate":"0.9","intensiveMonitoring":"yes"} | intensiveMonitoring
          /api/prime  | {"volume":"1"}                                 | syringe
          /api/prime  | {"syringe":"SPOON","volume":"1"}               | syringe
          /api/prime  | {"syringe":"BD-PLASTIPAK-50"}                  | volume
          /api/prime  | {"syringe":"BD-PLASTIPAK-50","volume":1}       | volume
          /api/prime  | {"syringe":"BD-PLASTIPAK-50","volume":"-1"}    | volume
          /api/prime  | {"syringe":"BD-PLASTIPAK-50","volume":".5"}    | volume
          /api/prime  | {"syringe":"BD-PLASTIPAK-50","volume":"1","rate":"200"} | ''
          /api/prime/start | {"nonce":"77","hash":"HASH"}              | line
          /api/prime/start | {"nonce":"77","hash":"HASH","line":""}    | line
          /api/prime/start | {"nonce":"77","hash":"HASH","line":"CONNECTED"} | line
          /api/prime/start | {"nonce":"77","hash":"HASH","line":true}  | line
          /api/prime/start | {"nonce":"77","hash":"0","line":"NOT_CONNECTED"} | hash
          /api/prime/start | {"nonce":"x","hash":"HASH","line":"NOT_CONNECTED"} | nonce
          """)
  void aMalformedCommandNamesTheField(String path, String body, String field) throws Exception {
    Answer answer = client.post(path, body.replace("HASH", ScriptedDesk.HASH));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/error/field")).isEqualTo(field);
    assertThat(answer.text("/error/text")).isNotBlank().doesNotContain("\n");
    assertThat(desk.proposedChange).isNull();
    assertThat(client.get("/api/status").text("/state/code")).isEqualTo("IDLE");
  }

  private static final String USUAL_CHANGE = change(ScriptedDesk.NONCE, 1, "1");

  private static String change(long nonce, int phase, String doseRate) {
    return "{\"nonce\":\"%d\",\"phase\":%d,\"doseRate\":\"%s\"}"
        .formatted(nonce, phase, doseRate);
  }

  /** The usual order, 8.75 mL of it given. */
  private void runTenMinutes() throws Exception {
    client.post("/api/propose", DeviceClient.ORDER);
    client.post("/api/start", start(ScriptedDesk.NONCE, ScriptedDesk.HASH));
    desk.skip(600);
  }

  @Test
  void aChangeIsReadBackBesideWhatWasGiven() throws Exception {
    runTenMinutes();

    Answer answer = client.post("/api/change", USUAL_CHANGE);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/readBack/phases/0/doseRate")).isEqualTo("1 mg/kg/h");
    assertThat(answer.text("/readBack/phases/0/flowRate")).isEqualTo("70 mL/h");
    assertThat(answer.text("/readBack/amount")).isEqualTo("35 mg");
    assertThat(answer.text("/readBack/change/orderNonce"))
        .isEqualTo(Long.toString(ScriptedDesk.NONCE));
    assertThat(answer.text("/readBack/nonce"))
        .isNotEqualTo(Long.toString(ScriptedDesk.NONCE));
    assertThat(answer.body().at("/readBack/change/phase").intValue()).isEqualTo(1);
    long givenNl = answer.body().at("/readBack/change/given/value").longValue();
    assertThat(givenNl).isGreaterThanOrEqualTo(8_750_000);
    assertThat(answer.text("/readBack/change/given/text")).isEqualTo(Texts.volumeAtMost(givenNl));
    assertThat(answer.text("/readBack/change/givenAmount/text"))
        .as("1 mg/mL")
        .isEqualTo(Texts.amountAtMost(givenNl));
    assertThat(answer.body().at("/readBack/change/infusedS").longValue())
        .isEqualTo(Math.ceilDiv(givenNl * 3_600, 52_500_000));
    assertThat(answer.body().at("/readBack/change/timeLeft/value").longValue())
        .isEqualTo(Math.ceilDiv((35_000_000 - givenNl) * 3_600, 70_000_000));
    assertThat(client.get("/api/status").text("/delivery/rate/text"))
        .as("nothing is changed yet")
        .isEqualTo("52.5 mL/h");
  }

  @Test
  void aFirstOrderIsNoChange() throws Exception {
    Answer answer = client.post("/api/propose", DeviceClient.ORDER);

    assertThat(answer.body().at("/readBack/change").isMissingNode()).isTrue();
    assertThat(answer.text("/readBack/protocolId")).isEqualTo("DEP-RACEMIC-40");
  }

  @Test
  void aConfirmedChangeIsInForceOnceThePumpRests() throws Exception {
    desk.restless = true;
    runTenMinutes();
    String nonce = client.post("/api/change", USUAL_CHANGE).text("/readBack/nonce");

    assertThat(client.post("/api/start", start(Long.parseLong(nonce), ScriptedDesk.HASH)).status())
        .isEqualTo(200);
    JsonNode waiting = client.get("/api/status").body();
    assertThat(waiting.at("/delivery/changing").booleanValue()).isTrue();
    assertThat(waiting.at("/readBack/change").isMissingNode()).isTrue();
    desk.restless = false;

    JsonNode changed = client.get("/api/status").body();
    assertThat(changed.at("/delivery/changing").booleanValue()).isFalse();
    assertThat(changed.at("/delivery/rate/text").asText()).isEqualTo("70 mL/h");
    assertThat(changed.at("/delivery/doseRate/text").asText()).isEqualTo("1 mg/kg/h");
    assertThat(changed.at("/delivery/nonce").asText())
        .as("the order keeps its nonce")
        .isEqualTo(Long.toString(ScriptedDesk.NONCE));
    assertThat(changed.at("/readBack/change/phase").intValue()).isEqualTo(1);
  }

  @Test
  void aChangeTakesTheOrderAndThePhaseThatRun() throws Exception {
    assertThat(client.post("/api/change", USUAL_CHANGE).text("/error/code"))
        .as("nothing runs")
        .isEqualTo("NO_SUCH_ORDER");
    runTenMinutes();

    Answer nonce = client.post("/api/change", change(ScriptedDesk.NONCE + 1, 1, "1"));
    Answer phase = client.post("/api/change", change(ScriptedDesk.NONCE, 2, "1"));

    assertThat(nonce.status()).isEqualTo(409);
    assertThat(nonce.text("/error/code")).isEqualTo("NO_SUCH_ORDER");
    assertThat(phase.status()).isEqualTo(409);
    assertThat(phase.text("/error/code")).isEqualTo("PHASE_PASSED");
    assertThat(phase.text("/error/text")).isNotBlank().doesNotContain("\n");
  }

  @Test
  void aChangeThatIsRefusedSaysWhyAndCantBeConfirmed() throws Exception {
    runTenMinutes();
    desk.hardFinding = true;

    Answer answer = client.post("/api/change", USUAL_CHANGE);
    long nonce = Long.parseLong(answer.text("/readBack/nonce"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().at("/readBack/refused").booleanValue()).isTrue();
    assertThat(client.post("/api/start", start(nonce, ScriptedDesk.HASH)).status()).isEqualTo(409);
    assertThat(client.get("/api/status").text("/delivery/rate/text")).isEqualTo("52.5 mL/h");
  }

  @Test
  void attestedMonitoringComesWithTheChange() throws Exception {
    runTenMinutes();
    String attested = USUAL_CHANGE.replace("}", ",\"intensiveMonitoring\":true}");

    assertThat(client.post("/api/change", USUAL_CHANGE).body().at("/readBack/intensiveMonitoring"))
        .hasToString("false");
    assertThat(client.post("/api/change", attested).body().at("/readBack/intensiveMonitoring"))
        .hasToString("true");
  }

  @Test
  void theLineIsFilledAsReadBackAndOnlyThen() throws Exception {
    Answer offer =
        client.post("/api/prime", "{\"syringe\":\"BD-PLASTIPAK-50\",\"volume\":\"1.5\"}");

    assertThat(offer.status()).isEqualTo(200);
    assertThat(offer.text("/priming/volume")).isEqualTo("1.5 mL");
    assertThat(offer.text("/priming/flowRate")).isEqualTo("120 mL/h");
    assertThat(offer.text("/priming/duration")).isEqualTo("45 s");
    assertThat(client.get("/api/status").text("/state/code")).as("asked only").isEqualTo("IDLE");
    assertThat(prime("0".repeat(64)).text("/error/code")).isEqualTo("NOTHING_READ_BACK");

    assertThat(prime(ScriptedDesk.HASH).status()).isEqualTo(200);
    JsonNode running = client.get("/api/status").body();
    assertThat(running.at("/state/code").asText()).isEqualTo("PRIMING");
    assertThat(running.at("/priming/volume/text").asText()).isEqualTo("1.5 mL");
    assertThat(running.at("/delivery").isMissingNode()).as("it belongs to no order").isTrue();

    assertThat(client.post("/api/stop").status()).isEqualTo(202);
    assertThat(client.get("/api/status").text("/state/reason")).isEqualTo("STOPPED_BY_STAFF");
    assertThat(prime(ScriptedDesk.HASH).text("/error/code"))
        .as("a read-back is good for one priming")
        .isEqualTo("NOTHING_READ_BACK");
  }

  @Test
  void aPrimingTheControllerRefusesIsOneLine() throws Exception {
    desk.refusal = "Priming volume 5 mL: expected 0.1 to 2 mL.";

    Answer answer =
        client.post("/api/prime", "{\"syringe\":\"BD-PLASTIPAK-50\",\"volume\":\"5\"}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("/error/text")).isEqualTo(desk.refusal);
  }

  private Answer prime(String hash) throws Exception {
    return client.post(
        "/api/prime/start",
        "{\"nonce\":\"%d\",\"hash\":\"%s\",\"line\":\"NOT_CONNECTED\"}"
            .formatted(ScriptedPriming.NONCE, hash));
  }

  @Test
  void faultsAreResetAndAlarmsAcknowledged() throws Exception {
    desk.alarms = List.of(new LiveView.Alarm("X", AlarmPriority.LOW, "Something.", false, true));

    assertThat(client.post("/api/acknowledge").text("/text")).isEqualTo("Acknowledged.");
    assertThat(client.get("/api/status").body().at("/alarms").isEmpty()).isTrue();
    assertThat(client.post("/api/reset").text("/text")).isEqualTo("Fault reset.");
  }

  @Test
  void aPausedSoundIsQuietForTheControllersAlarmsAlone() throws Exception {
    desk.alarms =
        List.of(
            new LiveView.Alarm("C", AlarmPriority.HIGH, "controller's", true, true),
            new LiveView.Alarm("S", AlarmPriority.HIGH, "station's", true, false));
    assertThat(client.get("/api/status").body().at("/alarms").findValuesAsText("quiet"))
        .containsExactly("false", "false");

    assertThat(client.post("/api/pause-audio").text("/text")).isEqualTo("Sound paused.");
    JsonNode status = client.get("/api/status").body();
    assertThat(status.at("/audioPauseLeftS").asInt()).isEqualTo(120);
    assertThat(status.at("/alarms").findValuesAsText("quiet")).containsExactly("true", "false");
    assertThat(status.at("/buzzer").booleanValue()).isFalse();
  }

  @Test
  void whoeverSawTheFiguresSaysWhichAndNothingElseCounts() throws Exception {
    JsonNode executor = client.get("/api/status").body().at("/executor");
    String boot = executor.at("/boot").asText();
    String cycle = executor.at("/cycle").asText();

    assertThat(seen(boot, cycle)).isTrue();
    assertThat(desk.shownCycle).isEqualTo(Long.parseLong(cycle));
    assertThat(seen("bad", cycle)).isFalse();
    assertThat(seen(boot, "999999999")).isFalse();
    assertThat(desk.shownCycle).isEqualTo(Long.parseLong(cycle));
  }

  private boolean seen(String boot, String cycle) throws Exception {
    String body = "{\"boot\":\"%s\",\"cycle\":\"%s\"}".formatted(boot, cycle);
    return client.post("/api/seen", body).body().at("/seen").booleanValue();
  }

  @Test
  void theMostUrgentAlarmComesFirstAndALostControllerBeforeAll() throws Exception {
    desk.alarms =
        List.of(
            new LiveView.Alarm("L", AlarmPriority.LOW, "low", true, true),
            new LiveView.Alarm("H", AlarmPriority.HIGH, "high", true, true),
            new LiveView.Alarm("M", AlarmPriority.MEDIUM, "medium", true, true));
    desk.executorAlive = false;

    assertThat(client.get("/api/status").body().at("/alarms").findValuesAsText("id"))
        .containsExactly("CONTROLLER_LOST", "H", "M", "L");
    assertThat(client.get("/api/status").body().at("/state/atRest").booleanValue()).isFalse();
  }

  @Test
  void everyPageFileIsServedUnderAStrictPolicy() throws Exception {
    for (String path : new PageFiles().byPath().keySet()) {
      HttpResponse<String> response = client.raw(client.request(path).build());

      assertThat(response.statusCode()).as(path).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Security-Policy"))
          .hasValueSatisfying(
              policy -> assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe"));
      assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
      assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(response.body()).doesNotContain("style=\"").doesNotContain("onclick");
    }
  }

  @Test
  void thePageSaysWhatItIs() throws Exception {
    HttpResponse<String> page = client.raw(client.request("/").build());

    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    assertThat(page.body()).contains("Research software: never connect it to a person.");
  }

  @Test
  void whatIsNotThereIsOneLineOfJson() throws Exception {
    Answer missing = client.get("/api/nothing");
    Answer method = client.get("/api/stop");
    Answer put = client.send(client.request("/api/stop").PUT(BodyPublishers.noBody()).build());

    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.text("/error/text")).isEqualTo("No such page");
    assertThat(method.status()).isEqualTo(405);
    assertThat(put.status()).isEqualTo(405);
    assertThat(put.text("/error/text")).isEqualTo("This page does not take that method");
    assertThat(desk.stops).hasValue(0);
  }

  @Test
  void aDeskThatFailsIsOneLineOfJson() throws Exception {
    desk.failing = true;

    Answer answer = client.get("/api/status");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.text("/error/text")).doesNotContain("told to fail").doesNotContain("\n");
  }

  @Test
  void aBusyPortIsOneLine() {
    assertThatThrownBy(() -> DeviceServer.start(server.port(), desk))
        .isInstanceOf(BindException.class)
        .hasMessage(
            "port %d on 127.0.0.1 can't be used (Address already in use): ".formatted(server.port())
                + "expected a free port, or 0 for any");
  }

  private static String start(long nonce, String hash) {
    return "{\"nonce\":\"" + nonce + "\",\"hash\":\"" + hash + "\"}";
  }
}
