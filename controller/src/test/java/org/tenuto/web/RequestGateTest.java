package org.tenuto.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.web.DeviceClient.Answer;

class RequestGateTest {

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

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:PORT", "127.0.0.1", "127.0.0.1:1", "[::2]"})
  void anotherHostNameIsRefused(String host) throws Exception {
    String answer = stop("Host: " + host.replace("PORT", Integer.toString(server.port())));

    assertThat(answer).startsWith("HTTP/1.1 403").contains("\"HOST\"");
    assertThat(desk.stops).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST", "[::1]"})
  void ourOwnNamesAreLetIn(String name) throws Exception {
    assertThat(stop("Host: " + name + ":" + server.port())).startsWith("HTTP/1.1 202");
    assertThat(desk.stops).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1:1", "https://OWN"})
  void anotherOriginIsRefused(String origin) throws Exception {
    String sent = origin.replace("OWN", "127.0.0.1:" + server.port());

    Answer answer =
        client.send(
            client
                .request("/api/stop")
                .header("Origin", sent)
                .POST(BodyPublishers.noBody())
                .build());

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text("/error/code")).isEqualTo("ORIGIN");
    assertThat(desk.stops).hasValue(0);
  }

  @Test
  void ourOwnOriginIsLetIn() throws Exception {
    Answer answer =
        client.send(
            client
                .request("/api/stop")
                .header("Origin", "http://127.0.0.1:" + server.port())
                .POST(BodyPublishers.noBody())
                .build());

    assertThat(answer.status()).isEqualTo(202);
  }

  @Test
  void anotherSitesFetchIsRefusedEvenWithoutAnOrigin() throws Exception {
    Answer answer =
        client.send(client.request("/api/status").header("Sec-Fetch-Site", "cross-site").build());

    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void aBodyOverTheCapIsRefusedHoweverItIsFramed() throws Exception {
    byte[] body = "x".repeat(RequestGate.BODY_AT_MOST + 1).getBytes(StandardCharsets.US_ASCII);

    Answer announced = client.post("/api/propose", BodyPublishers.ofByteArray(body));
    Answer chunked =
        client.post(
            "/api/propose", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

    assertThat(announced.status()).isEqualTo(413);
    assertThat(chunked.status()).isEqualTo(413);
    assertThat(chunked.text("/error/code")).isEqualTo("BODY_TOO_LONG");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp"})
  void aBodyThatDoesNotSayItIsJsonIsRefused(String type) throws Exception {
    Answer answer =
        client.send(
            client
                .request("/api/propose")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(DeviceClient.ORDER))
                .build());

    assertThat(answer.status()).isEqualTo(415);
    assertThat(desk.proposed).isNull();
  }

  @Test
  void aRequestTooMalformedForAnyRouteIsOneLineOfJson() throws Exception {
    String answer = client.exchange("GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400").contains("\"Request not understood\"");
    assertThat(answer).doesNotContain("zz").doesNotContain("<html");
  }

  private String stop(String hostLine) throws Exception {
    return client.exchange(
        "POST /api/stop HTTP/1.1\r\n"
            + hostLine
            + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  }
}
