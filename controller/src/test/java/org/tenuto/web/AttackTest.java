package org.tenuto.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.web.DeviceClient.Answer;

/** What somebody on the board could try with the page, over real HTTP; Stop answers all the while. */
class AttackTest {

  private static final int CONNECTIONS = 1_000;
  private static final int TEN_MB = 10_000_000;

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

  private void open(String text) throws Exception {
    for (int i = 0; i < CONNECTIONS; i++) {
      sockets.add(client.open(text));
    }
  }

  private void requireStop() throws Exception {
    assertThat(client.post("/api/stop").status()).isEqualTo(202);
    assertThat(desk.stops).hasPositiveValue();
    String cycle = Long.toString(desk.cycles.get());
    String body =
        "{\"boot\":\"%s\",\"cycle\":\"%s\"}"
            .formatted(Long.toHexString(ScriptedDesk.BOOT), cycle);
    assertThat(client.post("/api/seen", body).body().at("/seen").booleanValue()).isTrue();
  }

  private String head(String path, String more) {
    return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
        + "\r\nContent-Type: application/json\r\n" + more;
  }

  @Test
  void aThousandConnectionsThatSayNothing() throws Exception {
    open("");
    requireStop();
  }

  @Test
  void aThousandRequestsThatNeverEndTheirHeaders() throws Exception {
    open(head("/api/stop", "X-Slow: "));
    requireStop();
  }

  @Test
  void aThousandBodiesThatNeverEndHoldNoThread() throws Exception {
    for (String path : List.of("/api/seen", "/api/sign-in", "/api/stop")) {
      open(head(path, "Content-Length: 900\r\n\r\n{\"boot\":"));
      requireStop();
    }
  }

  @Test
  void aThousandChunkedBodiesThatNeverEndHoldNoThread() throws Exception {
    open(head("/api/seen", "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"boo\r\n"));
    requireStop();
  }

  @Test
  void tenMegabytesAreRefusedHoweverTheyAreFramed() throws Exception {
    String answer =
        client.exchange(
            head("/api/sign-in", "Connection: close\r\nContent-Length: " + TEN_MB + "\r\n\r\n"
                + "x".repeat(40_000)));
    assertThat(answer).startsWith("HTTP/1.1 413 ");
    String chunk = "2000\r\n" + "x".repeat(0x2000) + "\r\n";
    String chunked =
        client.exchange(
            head("/api/sign-in", "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                + chunk.repeat(8)));
    assertThat(chunked).startsWith("HTTP/1.1 413 ");
    assertThat(desk.staff.refusals()).contains("BODY_TOO_LONG");
    requireStop();
  }

  @Test
  void aWholeTenMegabytesInOneSweepDoNoHarm() throws Exception {
    try {
      HttpResponse<String> response =
          client.raw(
              client
                  .request("/api/sign-in")
                  .header("Content-Type", "application/json")
                  .POST(
                      BodyPublishers.ofInputStream(
                          () -> new ByteArrayInputStream(new byte[TEN_MB])))
                  .build());
      assertThat(response.statusCode()).isEqualTo(413);
    } catch (java.io.IOException e) {
      // The connection is cut while the rest is still being sent.
      assertThat(e).hasMessageMatching("(?s).*(reset|closed|EOF|pipe|GOAWAY).*");
    }
    requireStop();
  }

  @Test
  void anotherOriginAReboundNameAndAnotherSiteAreRefusedAndTold() throws Exception {
    List<String> codes = new ArrayList<>();
    for (String line : foreign()) {
      String headers =
          line.substring(7)
              .replace("{own}", "127.0.0.1:" + server.port())
              .replace("{port}", Integer.toString(server.port()))
              .replace(" | ", "\r\n");
      codes.add(line.substring(0, 7).strip());
      String answer =
          client.exchange(
              "POST /api/reset HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n"
                  + "Content-Length: 0\r\n\r\n");
      assertThat(answer).as(headers).startsWith("HTTP/1.1 403 ");
      assertThat(answer).doesNotContain("Access-Control", "Set-Cookie");
    }
    assertThat(codes).hasSize(7).contains("HOST", "ORIGIN");
    assertThat(desk.staff.refusals()).isEqualTo(codes);
  }

  /** The same that are sent to a real station while it infuses. */
  private static List<String> foreign() throws Exception {
    try (InputStream in = AttackTest.class.getResourceAsStream("/attacks/foreign.txt")) {
      String text = new String(requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }

  @Test
  void noPathLeavesThePageFiles() throws Exception {
    for (String path :
        List.of(
            "/../staff.toml",
            "/..%2f..%2fetc/passwd",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/..;/..;/etc/passwd",
            "//etc/passwd",
            "/api/../../etc/passwd",
            "/main.js%00.html",
            "/....//....//etc/passwd",
            "/staff.toml",
            "/\\..\\..\\etc\\passwd")) {
      String answer =
          client.exchange(
              "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                  + "\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(path).matches("(?s)HTTP/1.1 (400|404) .*");
      assertThat(answer).doesNotContain("root:");
    }
  }

  @Test
  void aStartWithAnOldHashOrNonceIsRefusedByTheDesk() throws Exception {
    Answer readBack = client.post("/api/propose", DeviceClient.ORDER);
    String old = readBack.text("/readBack/nonce");
    client.post("/api/propose", DeviceClient.ORDER);
    Answer replayed =
        client.post(
            "/api/start",
            "{\"nonce\":\"%s\",\"hash\":\"%s\"}".formatted(old, ScriptedDesk.HASH));

    assertThat(replayed.status()).isEqualTo(409);
    assertThat(client.get("/api/status").text("/state/code")).isEqualTo("READY");
  }
}
