package org.tenuto.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tenuto.web.DeviceClient.Answer;

@Timeout(180)
class LiveStreamTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final ScriptedDesk desk = new ScriptedDesk(1);
  private final List<Socket> sockets = new ArrayList<>();
  private DeviceServer server;
  private DeviceClient client;

  @BeforeEach
  void serve() throws Exception {
    server = DeviceServer.start(0, desk);
    client = new DeviceClient(server);
  }

  @AfterEach
  void close() throws Exception {
    for (Socket socket : sockets) {
      socket.close();
    }
    client.close();
    server.close();
  }

  @Test
  void messagesKeepComingAndAreNumbered() throws Exception {
    BufferedReader lines = stream();
    long startNs = System.nanoTime();

    List<Long> numbers = new ArrayList<>();
    while (numbers.size() < 10) {
      String line = lines.readLine();
      if (line.startsWith("id: ")) {
        numbers.add(Long.parseLong(line.substring(4)));
      }
    }

    assertThat(numbers).isSorted().doesNotHaveDuplicates();
    assertThat(Duration.ofNanos(System.nanoTime() - startNs)).isLessThan(LONG);
  }

  @Test
  void aMessageCarriesTheOrderThatRuns() throws Exception {
    client.post("/api/propose", DeviceClient.ORDER);
    client.post(
        "/api/start",
        "{\"nonce\":\"" + ScriptedDesk.NONCE + "\",\"hash\":\"" + ScriptedDesk.HASH + "\"}");
    desk.delivery.skip(600);

    BufferedReader lines = stream();
    JsonNode live = nextMessage(lines);
    while (live.at("/delivery/atLeast/value").asLong() < 8_750_000) {
      live = nextMessage(lines);
    }

    assertThat(live.at("/delivery/rate/text").asText()).isEqualTo("52.5 mL/h");
    assertThat(live.at("/delivery/doseRate/text").asText()).isEqualTo("0.75 mg/kg/h");
    assertThat(live.at("/delivery/ordered/text").asText()).isEqualTo("35 mL");
    assertThat(live.at("/delivery/nonce").asText()).isEqualTo(Long.toString(ScriptedDesk.NONCE));
    assertThat(live.at("/readBack/hash").asText()).isEqualTo(ScriptedDesk.HASH);
    assertThat(live.at("/notMonitored").size()).isEqualTo(4);
    assertThat(client.get("/api/trace").body().at("/points").size()).isPositive();
  }

  @Test
  void aStreamMustBeAskedForAsOne() throws Exception {
    Answer answer = client.get("/api/live");

    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.text("/error/text")).contains("text/event-stream");
  }

  @Test
  void placesAreBoundedAndGivenBack() throws Exception {
    for (int i = 0; i < LiveFeed.CLIENTS_AT_MOST; i++) {
      nextMessage(stream());
    }

    Answer refused =
        client.send(client.request("/api/live").header("Accept", "text/event-stream").build());
    assertThat(refused.status()).isEqualTo(503);

    sockets.removeFirst().close();
    await().atMost(LONG).untilAsserted(() -> nextMessage(stream()));
  }

  @Test
  void aClientThatReadsNothingIsDroppedAndHoldsUpNobody() throws Exception {
    Socket deaf = new Socket();
    deaf.setReceiveBufferSize(2_048);
    deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
    sockets.add(deaf);
    deaf.getOutputStream().write(request().getBytes(StandardCharsets.US_ASCII));
    BufferedReader reader = stream();
    nextMessage(reader);

    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> {
              nextMessage(reader);
              assertThat(server.streams()).isEqualTo(1);
            });
  }

  @Test
  void aDeskThatFailsSilencesTheStreamAndComesBack() throws Exception {
    BufferedReader lines = stream();
    nextMessage(lines);
    desk.failing = true;
    assertThat(client.get("/api/status").status()).isEqualTo(500);
    desk.failing = false;

    assertThat(nextMessage(lines).at("/state/code").asText()).isEqualTo("IDLE");
  }

  private BufferedReader stream() throws IOException {
    Socket socket = client.open(request());
    sockets.add(socket);
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  private String request() {
    return "GET /api/live HTTP/1.1\r\nHost: 127.0.0.1:"
        + server.port()
        + "\r\nAccept: text/event-stream\r\n\r\n";
  }

  private static JsonNode nextMessage(BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("data: ")) {
        return DeviceClient.json(line.substring(6));
      }
    }
    throw new AssertionError("the stream ended");
  }
}
