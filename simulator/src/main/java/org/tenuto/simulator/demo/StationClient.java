package org.tenuto.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** The device page's HTTP interface, without the page. */
public final class StationClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int BAD = 400;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final URI base;

  /** A client of the station at this address. */
  public StationClient(String url) {
    base = URI.create(url);
  }

  /** The device as it is now. */
  public JsonNode status() throws IOException, InterruptedException {
    return send(request("api/status").GET().build());
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
    return send(
        request("api/" + command)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(fields)))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    var response = http.send(request, BodyHandlers.ofString());
    JsonNode body = json.readTree(response.body());
    if (response.statusCode() >= BAD) {
      JsonNode error = body.path("error");
      throw new IOException(
          request.uri().getPath()
              + " refused, "
              + error.path("code").asText()
              + ": "
              + error.path("text").asText());
    }
    return body;
  }
}
