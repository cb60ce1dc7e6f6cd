package org.tenuto.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.web.DeviceClient.Answer;

/** Another dose rate over HTTP: read back beside what was given, confirmed, in force. */
class ChangeRoutesTest {

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

  private static final String USUAL_CHANGE = change(ScriptedDesk.NONCE, 1, "1");

  private static String change(long nonce, int phase, String doseRate) {
    return "{\"nonce\":\"%d\",\"phase\":%d,\"doseRate\":\"%s\"}"
        .formatted(nonce, phase, doseRate);
  }

  /** The usual order, 8.75 mL of it given. */
  private void runTenMinutes() throws Exception {
    client.post("/api/propose", DeviceClient.ORDER);
    client.post("/api/start", start(ScriptedDesk.NONCE, ScriptedDesk.HASH));
    desk.delivery.skip(600);
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
    desk.delivery.restless = true;
    runTenMinutes();
    String nonce = client.post("/api/change", USUAL_CHANGE).text("/readBack/nonce");

    assertThat(client.post("/api/start", start(Long.parseLong(nonce), ScriptedDesk.HASH)).status())
        .isEqualTo(200);
    JsonNode waiting = client.get("/api/status").body();
    assertThat(waiting.at("/delivery/changing").booleanValue()).isTrue();
    assertThat(waiting.at("/readBack/change").isMissingNode()).isTrue();
    desk.delivery.restless = false;

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

  private static String start(long nonce, String hash) {
    return "{\"nonce\":\"" + nonce + "\",\"hash\":\"" + hash + "\"}";
  }
}
