package org.tenuto.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tenuto.monitor.Schemas.said;

import com.google.protobuf.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.proto.telemetry.Conn;
import org.tenuto.proto.telemetry.Live;
import org.tenuto.proto.telemetry.SealedEvent;
import org.tenuto.proto.telemetry.Status;

/** The monitor as its users run it: a process, its output read line by line. */
@Tag("mosquitto")
class MonitorOnMosquittoTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private Path dir;
  private Mosquitto broker;
  private @Nullable Process monitor;
  private @Nullable MqttAsyncClient device;

  @BeforeAll
  static void mosquittoIsThere(TestInfo test) {
    Mosquitto.required(test);
  }

  @BeforeEach
  void prepare() throws IOException {
    broker = new Mosquitto(dir);
  }

  @AfterEach
  void endEverything() throws Exception {
    if (monitor != null) {
      monitor.destroyForcibly().waitFor();
    }
    if (device != null) {
      device.disconnectForcibly(0, 1_000, false);
      device.close(true);
    }
    broker.stop();
  }

  private Process monitor(String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(MonitorMain.class.getName(), "--broker", broker.url()));
    command.addAll(List.of(more));
    Process started =
        new ProcessBuilder(command)
            .redirectOutput(dir.resolve("out").toFile())
            .redirectError(dir.resolve("err").toFile())
            .start();
    monitor = started;
    return started;
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(dir.resolve("out"), StandardCharsets.UTF_8);
  }

  private void awaitLine(String... parts) {
    await(String.join(" … ", parts))
        .atMost(LONG)
        .until(() -> lines().stream().anyMatch(l -> List.of(parts).stream().allMatch(l::contains)));
  }

  private MqttAsyncClient device() throws MqttException {
    String uri = broker.url().replace("mqtt:", "tcp:");
    MqttAsyncClient client = new MqttAsyncClient(uri, "pump1", new MemoryPersistence());
    client.connect().waitForCompletion(10_000);
    device = client;
    return client;
  }

  private static void publish(MqttAsyncClient client, String name, Message payload)
      throws MqttException {
    MqttMessage message = new MqttMessage(said(payload).toByteArray(), 1, false, null);
    client.publish("tenuto/v1/ward/pump1/" + name, message).waitForCompletion(10_000);
  }

  private static Live live() {
    return Live.newBuilder().setStatus(Status.newBuilder().setState("INFUSING")).build();
  }

  @Test
  void everythingADeviceSaysIsAJsonLine() throws Exception {
    broker.start();
    monitor("--json");
    awaitLine("\"kind\":\"start\"", "not an alarm system");
    awaitLine("\"kind\":\"broker\"", "\"connected\":true");
    MqttAsyncClient client = device();
    List<SealedEvent> events = Events.chain(4, 0);
    publish(client, "conn", Conn.newBuilder().setState(Conn.State.ONLINE).build());
    publish(client, "live", live());
    publish(client, "event", events.get(0));
    publish(client, "event", events.get(3));
    publish(client, "conn", Conn.newBuilder().setState(Conn.State.OFFLINE).build());
    awaitLine("\"kind\":\"live\"", "\"site\":\"ward\"", "\"state\":\"INFUSING\"", "FRESH");
    awaitLine("\"kind\":\"event\"", "\"wire_seq\":1", "FIRST", "\"halt_taken\":{\"stop\":true}");
    awaitLine("\"kind\":\"event\"", "\"wire_seq\":4", "AFTER_GAP", "\"missing_before\":2");
    awaitLine("\"kind\":\"freshness\"", "\"freshness\":\"OFFLINE\"", "\"was\":\"FRESH\"");
    assertThat(lines()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
  }

  @Test
  void aDeviceThatFallsSilentGoesLateThenStale() throws Exception {
    broker.start();
    monitor();
    awaitLine("broker connected");
    publish(device(), "live", live());
    awaitLine("ward/pump1 FRESH INFUSING");
    awaitLine("ward/pump1 LATE (was FRESH)");
    awaitLine("ward/pump1 STALE (was LATE)");
  }

  @Test
  void aBrokerThatIsDownIsSaidAndTriedAgain() throws Exception {
    monitor();
    awaitLine("broker down");
    broker.start();
    awaitLine("broker connected");
    broker.stop();
    await().atMost(LONG).until(() -> lines().stream().filter(l -> l.contains("down")).count() == 2);
  }

  @Test
  void garbageIsSaidAndDoesNotEndTheMonitor() throws Exception {
    broker.start();
    monitor("--site", "ward", "--device", "pump1");
    awaitLine("broker connected");
    MqttAsyncClient client = device();
    client.publish("tenuto/v1/ward/pump1/live", new byte[] {7, 7, 7}, 1, false);
    awaitLine("unreadable message on tenuto/v1/ward/pump1/live");
    publish(client, "live", live());
    awaitLine("ward/pump1 FRESH INFUSING");
  }

  @Test
  void endsCleanlyWhenAsked() throws Exception {
    broker.start();
    Process process = monitor();
    awaitLine("broker connected");
    process.destroy();
    assertThat(process.waitFor()).isEqualTo(143);
    assertThat(dir.resolve("err")).isEmptyFile();
  }
}
