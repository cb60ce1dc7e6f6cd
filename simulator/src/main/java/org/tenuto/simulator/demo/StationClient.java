package org.tenuto.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * The device page's HTTP interface, without the page: somebody who signs in when they are asked to,
 * takes control of the device, and has a second person check what they start.
 */
public final class StationClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int BAD = 400;

  /** What is answered to whoever has to sign in first, or once more. */
  private static final Set<String> SIGN_IN =
      Set.of("NOT_SIGNED_IN", "SIGN_IN_OVER", "NOT_IN_CONTROL", "PIN_AGAIN");

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final URI base;
  private final DemoStaff first;
  private String cookie = "";
  private String page = "";

  /** A client of the station at this address. */
  public StationClient(String url) {
    this(url, DemoStaff.ANESTHETIST);
  }

  /** A client of the station at this address, used by somebody. */
  public StationClient(String url, DemoStaff first) {
    base = URI.create(url);
    this.first = first;
  }

  /** Signs in, which takes control of the device from any other page. */
  public void signIn(DemoStaff who) throws IOException, InterruptedException {
    Map<String, String> fields = Map.of("staff", who.id(), "pin", who.pin());
    HttpResponse<String> response = http.send(request("sign-in", fields), BodyHandlers.ofString());
    page = body(response, "sign-in").path("page").asText();
    cookie = response.headers().firstValue("Set-Cookie").orElse("").replaceFirst(";.*", "");
  }

  /** A second person agrees to what was read back; what may be started then. */
  public JsonNode secondCheck(DemoStaff second, JsonNode readBack)
      throws IOException, InterruptedException {
    return post(
            "second-check",
            Map.of(
                "staff", second.id(),
                "pin", second.pin(),
                "nonce", readBack.path("nonce").asText(),
                "hash", readBack.path("hash").asText()))
        .path("readBack");
  }

  /** The device as it is now. */
  public JsonNode status() throws IOException, InterruptedException {
    return send(request("api/status").GET().build());
  }

  /**
   * Fetches something of the page, as a browser does.
   *
   * @param path without a slash before it; empty for the page itself
   */
  public String fetch(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request(path).GET().build(), BodyHandlers.ofString());
    if (answer.statusCode() >= BAD) {
      throw new IOException("/" + path + ": expected it, got " + answer.statusCode());
    }
    return answer.body();
  }

  /** Looks at the device and says so, as the page does: an order that nobody sees is paused. */
  public JsonNode look() throws IOException, InterruptedException {
    JsonNode status = status();
    JsonNode executor = status.path("executor");
    if (executor.path("alive").asBoolean()) {
      Map<String, String> seen =
          Map.of("boot", executor.path("boot").asText(), "cycle", executor.path("cycle").asText());
      post("seen", seen);
    }
    return status;
  }

  /**
   * Asks for something; a refusal is an {@link IOException} with the station's own line.
   *
   * @param fields text and whole numbers
   */
  public JsonNode post(String command, Map<String, ?> fields)
      throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request(command, fields), BodyHandlers.ofString());
    String code = json.readTree(response.body()).path("error").path("code").asText();
    if (SIGN_IN.contains(code)) {
      signIn(first);
      return post(command, fields);
    }
    if (code.equals("SECOND_CHECK_MISSING")) {
      JsonNode checked = secondCheck(DemoStaff.NURSE, json.valueToTree(fields));
      return post(
          command,
          Map.of("nonce", checked.path("nonce").asText(), "hash", checked.path("hash").asText()));
    }
    return body(response, command);
  }

  private HttpRequest request(String command, Map<String, ?> fields) throws IOException {
    HttpRequest.Builder request =
        request("api/" + command).header("Content-Type", "application/json");
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie).header("Tenuto-Page", page);
    }
    return request
        .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(fields)))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    return body(http.send(request, BodyHandlers.ofString()), request.uri().getPath());
  }

  private JsonNode body(HttpResponse<String> response, String what) throws IOException {
    JsonNode body = json.readTree(response.body());
    if (response.statusCode() >= BAD) {
      JsonNode error = body.path("error");
      throw new IOException(
          what
              + " refused, "
              + error.path("code").asText()
              + ": "
              + error.path("text").asText());
    }
    return body;
  }
}
