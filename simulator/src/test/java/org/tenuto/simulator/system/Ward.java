package org.tenuto.simulator.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.tenuto.simulator.demo.StationClient;

/** Somebody at the device who enters orders, looks and presses, over the page's own interface. */
final class Ward {

  /** 35 mg in 35 mL at 52.5 mL/h. */
  static final Map<String, String> USUAL_ORDER =
      Map.of(
          "weight", "70",
          "protocol", "DEP-RACEMIC-40",
          "concentration", "1",
          "syringe", "BD-PLASTIPAK-50",
          "loaded", "50");

  /** 0.7 mg in 0.7 mL at 42 mL/h, over one minute. */
  static final Map<String, String> MINUTE_ORDER = changed("protocol", "DEMO-1MIN");

  /** 0.14, 0.14 and 0.07 mL in 4, 5 and 3 s, at 126, 100.8 and 84 mL/h. */
  static final Map<String, String> DRILL_ORDER = changed("protocol", "DRILL-STEPS");

  /** 0.07 mL at 126 mL/h, over two seconds. */
  static final Map<String, String> SHORT_ORDER = changed("protocol", "DRILL-SHORT");

  private static final Duration LOOK = Duration.ofMillis(100);

  private final String url;
  private final StationClient station;

  Ward(String url) {
    this.url = url;
    station = new StationClient(url);
  }

  /** Address of the page. */
  String url() {
    return url;
  }

  /** The usual order with one entry changed. */
  static Map<String, String> changed(String field, String value) {
    Map<String, String> order = new HashMap<>(USUAL_ORDER);
    order.put(field, value);
    return order;
  }

  /** This time the station did not answer. */
  static final class NoAnswer extends IllegalStateException {
    private static final long serialVersionUID = 1;

    NoAnswer(IOException cause) {
      super("station does not answer: " + cause, cause);
    }
  }

  /**
   * Looks at the device, as somebody does who stands before it.
   *
   * @throws NoAnswer if nothing came back; whoever waits for something looks again
   */
  JsonNode status() {
    try {
      return station.look();
    } catch (IOException e) {
      throw new NoAnswer(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  String state() {
    return status().path("state").path("code").asText();
  }

  void awaitState(String wanted) {
    await("state " + wanted)
        .atMost(Tenuto.LONG)
        .pollInterval(LOOK)
        .ignoreException(NoAnswer.class)
        .until(this::state, wanted::equals);
  }

  /** Asks for something; a refusal is an IOException with the station's line. */
  JsonNode post(String command, Map<String, ?> fields) throws IOException, InterruptedException {
    return station.post(command, fields);
  }

  JsonNode propose(Map<String, String> order) throws IOException, InterruptedException {
    return readBack("propose", order);
  }

  /** Confirms what was read back. */
  void start(JsonNode readBack) throws IOException, InterruptedException {
    if (readBack.path("refused").asBoolean()) {
      throw new AssertionError("order refused: " + readBack.path("findings"));
    }
    post(
        "start",
        Map.of("nonce", readBack.path("nonce").asText(), "hash", readBack.path("hash").asText()));
  }

  /** Has another dose rate of the present phase read back, mg/kg/h; changes nothing yet. */
  JsonNode proposeChange(String doseRate) throws IOException, InterruptedException {
    JsonNode delivery = status().path("delivery");
    return readBack(
        "change",
        Map.of(
            "nonce", delivery.path("nonce").asText(),
            "phase", delivery.path("phase").asInt(),
            "doseRate", doseRate));
  }

  /**
   * Asks again where a slow machine left it unanswered, as staff are told to: it starts nothing.
   */
  private JsonNode readBack(String command, Map<String, ?> fields) {
    return await("an answer to " + command)
        .atMost(Tenuto.LONG)
        .pollDelay(Duration.ZERO)
        .pollInterval(LOOK)
        .ignoreExceptionsMatching(Ward::isUnanswered)
        .until(() -> post(command, fields).path("readBack"), answer -> true);
  }

  private static boolean isUnanswered(Throwable refusal) {
    String text = String.valueOf(refusal.getMessage());
    return text.contains("UNCONFIRMED") || text.contains("ORDER_BEING_READ");
  }

  /** Proposes, confirms what was read back, and waits until the plunger really moves. */
  void infuse(Map<String, String> order, Path truth) throws IOException, InterruptedException {
    awaitState("IDLE");
    infuse(propose(order), truth);
  }

  /** Confirms what was read back, and waits until the plunger really moves. */
  void infuse(JsonNode readBack, Path truth) throws IOException, InterruptedException {
    start(readBack);
    long fromNl = Truth.read(truth).last().deliveredNl();
    await("the plunger moves")
        .atMost(Tenuto.LONG)
        .pollInterval(LOOK)
        .until(() -> Truth.read(truth).last().deliveredNl() > fromNl + 5_000);
  }

  /** Whether an alarm is on the screen. */
  boolean alarmed(String id) {
    for (JsonNode alarm : status().path("alarms")) {
      if (alarm.path("id").asText().equals(id)) {
        return true;
      }
    }
    return false;
  }
}
