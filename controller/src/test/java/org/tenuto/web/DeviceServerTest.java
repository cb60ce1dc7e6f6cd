package org.tenuto.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.web.DeviceClient.Answer;

/** The server itself: its files, what is not there, a desk that fails, a port that is taken. */
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
}
