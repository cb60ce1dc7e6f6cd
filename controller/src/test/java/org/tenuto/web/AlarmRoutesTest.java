package org.tenuto.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.alarm.AlarmPriority;

/** Alarms as the page is told of them, and what staff do about them. */
class AlarmRoutesTest {

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
  void faultsAreResetAndAlarmsAcknowledged() throws Exception {
    desk.alarms = List.of(new LiveView.Alarm("X", AlarmPriority.LOW, "Something.", false, true));

    assertThat(client.post("/api/acknowledge").text("/text")).isEqualTo("Acknowledged.");
    assertThat(client.get("/api/status").body().at("/alarms").isEmpty()).isTrue();
    assertThat(client.post("/api/reset").text("/text")).isEqualTo("Fault reset.");
  }

  @Test
  void aPausedSoundIsQuietForTheControllersAlarmsAlone() throws Exception {
    desk.alarms =
        List.of(
            new LiveView.Alarm("C", AlarmPriority.HIGH, "controller's", true, true),
            new LiveView.Alarm("S", AlarmPriority.HIGH, "station's", true, false));
    assertThat(client.get("/api/status").body().at("/alarms").findValuesAsText("quiet"))
        .containsExactly("false", "false");

    assertThat(client.post("/api/pause-audio").text("/text")).isEqualTo("Sound paused.");
    JsonNode status = client.get("/api/status").body();
    assertThat(status.at("/audioPauseLeftS").asInt()).isEqualTo(120);
    assertThat(status.at("/alarms").findValuesAsText("quiet")).containsExactly("true", "false");
    assertThat(status.at("/buzzer").booleanValue()).isFalse();
  }

  @Test
  void whoeverSawTheFiguresSaysWhichAndNothingElseCounts() throws Exception {
    JsonNode executor = client.get("/api/status").body().at("/executor");
    String boot = executor.at("/boot").asText();
    String cycle = executor.at("/cycle").asText();

    assertThat(seen(boot, cycle)).isTrue();
    assertThat(desk.shownCycle).isEqualTo(Long.parseLong(cycle));
    assertThat(seen("bad", cycle)).isFalse();
    assertThat(seen(boot, "999999999")).isFalse();
    assertThat(desk.shownCycle).isEqualTo(Long.parseLong(cycle));
  }

  private boolean seen(String boot, String cycle) throws Exception {
    String body = "{\"boot\":\"%s\",\"cycle\":\"%s\"}".formatted(boot, cycle);
    return client.post("/api/seen", body).body().at("/seen").booleanValue();
  }

  @Test
  void theMostUrgentAlarmComesFirstAndALostControllerBeforeAll() throws Exception {
    desk.alarms =
        List.of(
            new LiveView.Alarm("L", AlarmPriority.LOW, "low", true, true),
            new LiveView.Alarm("H", AlarmPriority.HIGH, "high", true, true),
            new LiveView.Alarm("M", AlarmPriority.MEDIUM, "medium", true, true));
    desk.executorAlive = false;

    assertThat(client.get("/api/status").body().at("/alarms").findValuesAsText("id"))
        .containsExactly("CONTROLLER_LOST", "H", "M", "L");
    assertThat(client.get("/api/status").body().at("/state/atRest").booleanValue()).isFalse();
  }
}
