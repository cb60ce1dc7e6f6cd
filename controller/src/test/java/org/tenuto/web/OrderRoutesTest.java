package org.tenuto.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.web.DeviceClient.Answer;

/** An order over HTTP: read back, started as shown, paused, stopped. */
class OrderRoutesTest {

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

  private static String start(long nonce, String hash) {
    return "{\"nonce\":\"" + nonce + "\",\"hash\":\"" + hash + "\"}";
  }
}
