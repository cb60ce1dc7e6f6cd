package org.tenuto.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.LongStream;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.proto.telemetry.AlarmNow;
import org.tenuto.proto.telemetry.Conn;
import org.tenuto.proto.telemetry.Last;
import org.tenuto.proto.telemetry.Live;

@Tag("mosquitto")
class PublisherOnMosquittoTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private Path dir;
  private Mosquitto broker;
  private final TestDevice device = new TestDevice();
  private TelemetryPublisher publisher;
  private TelemetryThread thread;

  @BeforeAll
  static void mosquittoIsThere(TestInfo test) {
    Mosquitto.required(test);
  }

  @BeforeEach
  void prepare() throws Exception {
    broker = new Mosquitto(dir);
    publisher = publisher();
    thread = new TelemetryThread(publisher, System::nanoTime);
  }

  private TelemetryPublisher publisher() {
    return new TelemetryPublisher(
        new MqttBroker(TelemetryConfig.of(broker.url(), "ward", "pump1")),
        device,
        device,
        InstantSource.system());
  }

  @AfterEach
  void endEverything() throws Exception {
    thread.close();
    broker.stop();
  }

  @Test
  void aSubscriberSeesEverythingThereIsToSee() throws Exception {
    broker.start();
    device.addEvents(3);
    try (Subscriber subscriber = new Subscriber(broker)) {
      thread.start();
      await().atMost(LONG).until(() -> subscriber.on("live").size() >= 3);
      await().atMost(LONG).until(() -> subscriber.wireSeqs().size() >= 3);
      assertThat(subscriber.conns()).containsExactly(Conn.State.ONLINE);
      assertThat(subscriber.on("birth")).hasSize(1);
      assertThat(subscriber.wireSeqs()).containsExactly(1L, 2L, 3L);
      assertThat(subscriber.on("live")).extracting(MqttMessage::getQos).containsOnly(0);
      assertThat(subscriber.on("event")).extracting(MqttMessage::getQos).containsOnly(1);
      assertNamed(subscriber.on("live").getFirst(), "tenuto.telemetry.v1.Live");
      assertNamed(subscriber.on("event").getFirst(), "tenuto.telemetry.v1.Event");
      assertNamed(subscriber.on("conn").getFirst(), "tenuto.telemetry.v1.Conn");
      assertThat(subscriber.on("live").getFirst().getProperties().getMessageExpiryInterval())
          .isBetween(1L, 2L);
      await().atMost(LONG).until(() -> publisher.state().connected());
      await().atMost(LONG).until(() -> publisher.state().backlog() == 0);
    }
  }

  private static void assertNamed(MqttMessage message, String schema) {
    assertThat(message.getProperties().getContentType()).isEqualTo("application/x-protobuf");
    assertThat(message.getProperties().getUserProperties())
        .anyMatch(p -> p.getKey().equals("schema") && p.getValue().equals(schema));
    Live anySchema = Subscriber.parsed(Live.parser(), message);
    assertThat(anySchema.getSchema()).as("field 1 of every message").isEqualTo(schema);
  }

  @Test
  void whoComesLaterGetsWhatIsRetained() throws Exception {
    broker.start();
    thread.start();
    await().atMost(LONG).until(() -> publisher.state().connected());
    try (Subscriber subscriber = new Subscriber(broker)) {
      await().atMost(LONG).until(() -> !subscriber.on("last").isEmpty());
      await().atMost(LONG).until(() -> !subscriber.on("birth").isEmpty());
      await().atMost(LONG).until(() -> subscriber.conns().equals(List.of(Conn.State.ONLINE)));
    }
  }

  @Test
  void aChangedStatusIsSentWithoutWaiting() throws Exception {
    broker.start();
    thread.start();
    try (Subscriber subscriber = new Subscriber(broker)) {
      await().atMost(LONG).until(() -> lastStates(subscriber).contains("IDLE"));
      device.enter("INFUSING");
      await()
          .atMost(Duration.ofSeconds(8))
          .until(() -> lastStates(subscriber).contains("INFUSING"));
    }
  }

  /** A device before this one left an alarm; this one has another, until it has none. */
  @Test
  void whoComesLaterGetsTheActiveAlarmsAndNoOthers() throws Exception {
    broker.start();
    device.alarm("LINE_LOST");
    thread.start();
    await().atMost(LONG).until(() -> retainedAlarms().equals(List.of("LINE_LOST")));
    thread.close();
    device.alarm("PUMP_SILENT");
    try (var next = new TelemetryThread(publisher(), System::nanoTime)) {
      next.start();
      await().atMost(LONG).until(() -> retainedAlarms().equals(List.of("PUMP_SILENT")));
      device.alarm();
      await().atMost(LONG).until(() -> retainedAlarms().isEmpty());
    }
  }

  /** What is retained, read by somebody who has only just come. */
  private List<String> retainedAlarms() throws Exception {
    try (Subscriber late = new Subscriber(broker, "late")) {
      await().atMost(LONG).until(() -> !late.on("birth").isEmpty());
      return late.on("alarm").stream()
          .map(m -> Subscriber.parsed(AlarmNow.parser(), m).getAlarm().getCondition())
          .toList();
    }
  }

  private static List<String> lastStates(Subscriber subscriber) {
    return subscriber.on("last").stream()
        .map(m -> Subscriber.parsed(Last.parser(), m).getStatus().getState())
        .toList();
  }

  @Test
  void closingSaysOffline() throws Exception {
    broker.start();
    thread.start();
    try (Subscriber subscriber = new Subscriber(broker)) {
      await().atMost(LONG).until(() -> subscriber.conns().contains(Conn.State.ONLINE));
      thread.close();
      await().atMost(LONG).until(() -> subscriber.conns().getLast() == Conn.State.OFFLINE);
    }
  }

  @Test
  void aKilledPublisherIsOfflineByItsWill() throws Exception {
    broker.start();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PublisherProcess.class.getName(),
                broker.url())
            .redirectErrorStream(true)
            .redirectOutput(dir.resolve("publisher.log").toFile())
            .start();
    try (Subscriber subscriber = new Subscriber(broker)) {
      await().atMost(LONG).until(() -> subscriber.conns().contains(Conn.State.ONLINE));
      process.destroyForcibly();
      await().atMost(LONG).until(() -> subscriber.conns().getLast() == Conn.State.OFFLINE);
      assertNamed(subscriber.on("conn").getLast(), "tenuto.telemetry.v1.Conn");
      assertThat(subscriber.on("conn").getLast().getQos()).isEqualTo(1);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void aBrokerThatIsDownAtTheStartLosesNothing() throws Exception {
    device.addEvents(50);
    thread.start();
    await().atMost(LONG).until(() -> publisher.state().problem().contains("Unable to connect"));
    assertThat(publisher.state().connected()).isFalse();
    assertThat(publisher.state().backlog()).isEqualTo(50);
    broker.start();
    await().atMost(LONG).until(() -> publisher.state().backlog() == 0);
    assertThat(device.acknowledged()).isEqualTo(50);
  }

  @Test
  void aRestartOfTheBrokerLosesNoEventAndKeepsTheirOrder() throws Exception {
    broker.start();
    try (Subscriber subscriber = new Subscriber(broker)) {
      thread.start();
      device.addEvents(300);
      await().atMost(LONG).until(() -> subscriber.wireSeqs().size() >= 30);
      broker.stop();
      await().atMost(LONG).until(() -> !publisher.state().connected());
      device.addEvents(100);
      broker.start();
      subscriber.connect();
      await().atMost(LONG).until(() -> device.acknowledged() == 400);
      await().atMost(LONG).until(() -> subscriber.wireSeqs().size() == 400);
      assertThat(subscriber.wireSeqs())
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 400).boxed().toList());
    }
  }

  @Test
  void aBrokerThatHangsIsGivenUpAndFoundAgain() throws Exception {
    broker.start();
    thread.start();
    await().atMost(LONG).until(() -> publisher.state().connected());
    broker.hang();
    device.addEvents(40);
    await().atMost(LONG).until(() -> !publisher.state().connected());
    await("another attempt")
        .atMost(LONG)
        .until(() -> publisher.state().problem().contains("Timed"));
    broker.goOn();
    await().atMost(LONG).until(() -> publisher.state().connected());
    await().atMost(LONG).until(() -> device.acknowledged() == 40);
    await("nothing is left of the attempts")
        .atMost(LONG)
        .untilAsserted(() -> assertThat(pahoThreads()).hasSizeLessThanOrEqualTo(4));
  }

  private static List<String> pahoThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("MQTT"))
        .toList();
  }

  @Test
  void closingDoesNotWaitForABrokerThatHangs() throws Exception {
    broker.start();
    thread.start();
    await().atMost(LONG).until(() -> publisher.state().connected());
    broker.hang();
    assertTimeoutPreemptively(Duration.ofSeconds(10), thread::close);
    broker.goOn();
  }
}
