package org.tenuto.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.web.DeviceClient.Answer;

/** Filling the line over HTTP. */
class PrimingRoutesTest {

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
}
