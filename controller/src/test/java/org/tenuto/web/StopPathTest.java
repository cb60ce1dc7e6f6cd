package org.tenuto.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.web.DeviceClient.Answer;

/** Stop and Pause get through whatever else is going on. */
class StopPathTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final int FLOOD = 60;

  private final ScriptedDesk desk = new ScriptedDesk(1);
  private final HttpClient http = HttpClient.newHttpClient();
  private DeviceServer server;
  private DeviceClient client;

  @BeforeEach
  void serve() throws Exception {
    server = DeviceServer.start(0, desk);
    client = new DeviceClient(server);
  }

  @AfterEach
  void close() {
    desk.proposalGate.countDown();
    http.close();
    client.close();
    server.close();
  }

  @Test
  void stopPassesProposalsThatWaitForTheExecutor() throws Exception {
    desk.proposalGate = new CountDownLatch(1);
    List<CompletableFuture<HttpResponse<String>>> flood = new ArrayList<>();
    for (int i = 0; i < FLOOD; i++) {
      flood.add(http.sendAsync(proposal(), BodyHandlers.ofString()));
    }
    await().atMost(LONG).until(() -> count(flood, 503) == FLOOD - 6);

    Answer stop = client.post("/api/stop");
    Answer pause = client.post("/api/pause");

    assertThat(stop.status()).isEqualTo(202);
    assertThat(pause.status()).isEqualTo(202);
    assertThat(desk.stops).hasValue(1);
    assertThat(desk.pauses).hasValue(1);
    assertThat(flood.stream().filter(f -> !f.isDone())).hasSize(6);
    desk.proposalGate.countDown();
    for (CompletableFuture<HttpResponse<String>> answer : flood) {
      assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isIn(200, 503);
    }
  }

  @Test
  void stopPassesSendersThatNeverFinishTheirBody() throws Exception {
    List<Socket> senders = new ArrayList<>();
    try {
      for (int i = 0; i < FLOOD; i++) {
        senders.add(
            client.open(
                "POST /api/propose HTTP/1.1\r\nHost: 127.0.0.1:"
                    + server.port()
                    + "\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n{"));
      }

      assertThat(client.post("/api/stop").status()).isEqualTo(202);
    } finally {
      for (Socket sender : senders) {
        sender.close();
      }
    }
    assertThat(desk.stops).hasValue(1);
  }

  private HttpRequest proposal() {
    return client
        .request("/api/propose")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(DeviceClient.ORDER))
        .build();
  }

  private static long count(List<CompletableFuture<HttpResponse<String>>> flood, int status) {
    return flood.stream().filter(f -> f.isDone() && f.join().statusCode() == status).count();
  }
}
