package org.tenuto.monitor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenuto.monitor.web.Messages.FRESH;
import static org.tenuto.monitor.web.Messages.infusing;
import static org.tenuto.monitor.web.Messages.json;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server over real sockets. */
class SiteServerTest {

  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  private final Site site = new Site("mqtt://127.0.0.1:1883");
  private final HttpClient client = HttpClient.newHttpClient();
  private SiteServer server;
  private URI url;

  @BeforeEach
  void start() throws IOException {
    server = SiteServer.start(LOOPBACK, 0, site, System::nanoTime);
    url = URI.create(server.url());
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private HttpResponse<String> asked(String method, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve(path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Status line and headers of a request as it stands, and its body. */
  private List<String> raw(String request) throws IOException {
    try (Socket socket = new Socket(LOOPBACK, url.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(request.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
      return reader(socket).lines().toList();
    }
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/", "/index.html", "/tokens.css", "/icon.svg", "/site.css", "/device.css", "/main.js",
        "/stream.js", "/dom.js", "/site.js", "/row.js", "/device.js", "/plot.js"
      })
  void everyFileIsServedHardenedAndWithoutACookie(String path) throws Exception {
    HttpResponse<String> answer = asked("GET", path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isNotBlank();
    var headers = answer.headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
        .contains("frame-ancestors 'none'", "trusted-types 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    assertThat(headers.map()).doesNotContainKeys("set-cookie", "server");
  }

  @Test
  void thePageHasNoScriptOfItsOwnAndFetchesNothingFromElsewhere() throws Exception {
    String page = asked("GET", "/").body();
    assertThat(page).doesNotContainPattern("<script(?! type=\"module\" src=\"/)");
    assertThat(page).doesNotContainPattern("(?i)\\son[a-z]+=|style=|https?://");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"})
  void nothingButGetIsTaken(String method) throws Exception {
    for (String path : List.of("/", "/api/site", "/api/device", "/nowhere")) {
      HttpResponse<String> answer = asked(method, path);
      assertThat(answer.statusCode()).as("%s %s", method, path).isEqualTo(405);
      assertThat(answer.headers().firstValue("Allow")).contains("GET");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Host: evil.example:PORT, Host",
    "Host: 127.0.0.1:1, Host",
    "Host: 10.0.0.1:PORT, Host",
    "Host: 127.0.0.1:PORT|Origin: http://evil.example, Origin",
    "Host: 127.0.0.1:PORT|Sec-Fetch-Site: cross-site, another site"
  })
  void whoShowsAnotherPageIsRefused(String headers, String why) throws Exception {
    String lines = headers.replace("|", "\n").replace("PORT", Integer.toString(url.getPort()));
    List<String> answer = raw("GET / HTTP/1.1\n" + lines + "\nConnection: close\n\n");
    assertThat(answer.getFirst()).contains("403");
    assertThat(answer.getLast()).contains(why);
  }

  @Test
  void onEveryAddressAnAddressInDigitsIsOurs() throws Exception {
    try (SiteServer open =
        SiteServer.start(InetAddress.ofLiteral("0.0.0.0"), 0, site, System::nanoTime)) {
      url = URI.create(open.url().replace("0.0.0.0", "127.0.0.1"));
      String get = "GET / HTTP/1.1\nConnection: close\nHost: ";
      assertThat(raw(get + "192.168.7.9:" + url.getPort() + "\n\n").getFirst()).contains("200");
      assertThat(raw(get + "evil.example:" + url.getPort() + "\n\n").getFirst()).contains("403");
      assertThat(raw(get + "1.2.3.4.evil.example\n\n").getFirst()).contains("403");
    }
  }

  @Test
  void theStreamTellsEverythingFirstAndThenWhatChanged() throws Exception {
    site.live("ward", "pump1", infusing(1), false, FRESH, System.nanoTime());
    site.live("ward", "pump2", infusing(1), false, FRESH, System.nanoTime());
    try (Socket socket = new Socket(LOOPBACK, url.getPort());
        BufferedReader in = open(socket)) {
      String first = nextData(in);
      assertThat(json(first).get("rows")).hasSize(2);
      site.trust("ward", "pump2", new Trust("STALE", 3));
      String next = nextData(in);
      while (json(next).get("rows").isEmpty()) {
        next = nextData(in);
      }
      assertThat(json(next).get("rows")).hasSize(1);
      assertThat(json(next).get("rows").get(0).get("fresh").asText()).isEqualTo("STALE");
      assertThat(json(nextData(in)).get("rows")).as("it goes on though nothing changed").isEmpty();
    }
  }

  private BufferedReader open(Socket socket) throws IOException {
    String request =
        "GET /api/site HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAccept: text/event-stream\r\n\r\n"
            .formatted(url.getPort());
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    return reader(socket);
  }

  private static String nextData(BufferedReader in) throws IOException {
    String line = in.readLine();
    while (line != null && !line.startsWith("data: ")) {
      line = in.readLine();
    }
    assertThat(line).as("the stream ended").isNotNull();
    return line.substring("data: ".length());
  }

  @Test
  void moreStreamsThanThereIsRoomForAreRefusedAndPlacesComeFree() throws Exception {
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < SiteFeed.CLIENTS_AT_MOST; i++) {
        Socket socket = new Socket(LOOPBACK, url.getPort());
        sockets.add(socket);
        var _ = nextData(open(socket));
      }
      assertThat(stream().statusCode()).isEqualTo(503);
      assertThat(asked("GET", "/").statusCode()).as("the page itself").isEqualTo(200);
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
    Awaitility.await("a place is free").until(() -> stream().statusCode() == 200);
  }

  /** Opens a stream and leaves it at once. */
  private HttpResponse<?> stream() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve("/api/site"))
            .header("Accept", "text/event-stream")
            .build();
    HttpResponse<InputStream> answer =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    answer.body().close();
    return answer;
  }

  @Test
  void aStreamMustBeAskedForAsOne() throws Exception {
    assertThat(asked("GET", "/api/site").statusCode()).isEqualTo(406);
  }

  @Test
  void aDeviceIsAskedForByItsNames() throws Exception {
    site.live("ward", "ß <1>", infusing(1), false, FRESH, System.nanoTime());
    HttpResponse<String> answer = asked("GET", "/api/device?" + Paths.of("ward", "ß <1>"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer.body()).get("row").get("device").asText()).isEqualTo("ß <1>");
    HttpResponse<String> none = asked("GET", "/api/device?site=ward&device=%3Cb%3E");
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(none.body()).isEqualTo("No such device\n");
  }

  @Test
  void aBusyPortIsNamed() {
    assertThatThrownBy(() -> SiteServer.start(LOOPBACK, url.getPort(), site, System::nanoTime))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("port " + url.getPort() + " on 127.0.0.1 can't be used");
  }
}
