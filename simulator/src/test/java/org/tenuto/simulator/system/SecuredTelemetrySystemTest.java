package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.proto.tls.BrokerTls;
import org.tenuto.proto.tls.TlsFiles;
import org.tenuto.telemetry.MqttBroker;
import org.tenuto.telemetry.TelemetryConfig;
import org.tenuto.telemetry.TelemetryPublisher;
import org.tenuto.telemetry.TelemetryThread;

/**
 * The real publisher and the configuration we ship: who may do what with which certificate, tried
 * with clients that are not ours.
 */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class SecuredTelemetrySystemTest {

  private static final String NOT_AUTHORIZED = "RC:135";

  @TempDir private Path dir;
  private SecuredBroker broker;
  private SecuredBroker.Client pump1;
  private SecuredBroker.Client pump2;
  private SecuredBroker.Client desk;
  private TelemetryPublisher publisher;
  private TelemetryThread thread;

  @BeforeEach
  void prepare() throws Exception {
    broker = new SecuredBroker(dir, "127.0.0.1");
    pump1 = broker.device("ward", "pump1");
    pump2 = broker.device("ward", "pump2");
    desk = broker.monitor("desk");
    publish("ward", "pump1");
  }

  /** The real publisher of pump 1, with its certificate and under whatever name; not started. */
  private void publish(String site, String device) throws Exception {
    TlsFiles files =
        new TlsFiles(
            dir.resolve("brokers.pem"),
            dir.resolve(pump1.certificate() + ".pem"),
            dir.resolve(pump1.certificate() + ".key.pem"));
    BrokerTls tls = BrokerTls.read(files);
    var source = new PlainDevice();
    publisher =
        new TelemetryPublisher(
            new MqttBroker(TelemetryConfig.of(broker.url(), site, device, tls)),
            source,
            source,
            InstantSource.system());
    thread = new TelemetryThread(publisher, System::nanoTime);
  }

  @AfterEach
  void endEverything() {
    thread.close();
    broker.close();
  }

  @Test
  void aMonitorReadsWhatADevicePublishes() throws Exception {
    broker.start();
    broker.subscribe(desk, "desk.out", "-i", "desk");
    thread.start();
    awaitLines("desk.out", "tenuto/v1/ward/pump1/live ", 3);
    for (String topic : List.of("conn", "birth", "last", "diag", "event")) {
      awaitLines("desk.out", "tenuto/v1/ward/pump1/" + topic + " ", 1);
    }
    assertThat(publisher.state().problem()).isEmpty();
  }

  @Test
  void ourMonitorReadsItToo() throws Exception {
    broker.start();
    try (Tenuto monitor = monitor(desk);
        Tenuto stranger = monitor(pump2)) {
      thread.start();
      awaitLine(monitor, "ward/pump1 FRESH");
      awaitLine(stranger, "broker down: ");
      assertThat(stranger.out()).noneMatch(line -> line.contains("pump1"));
    }
  }

  /** At the monitors' door, with whoever's certificate. */
  private Tenuto monitor(SecuredBroker.Client client) throws Exception {
    return Tenuto.start(
        dir,
        "monitor",
        "--broker",
        "mqtts://127.0.0.1:" + broker.monitorsPort,
        "--authority",
        dir.resolve("brokers.pem").toString(),
        "--certificate",
        dir.resolve(client.certificate() + ".pem").toString(),
        "--key",
        dir.resolve(client.certificate() + ".key.pem").toString());
  }

  private static void awaitLine(Tenuto command, String part) {
    await(part)
        .atMost(Tenuto.LONG)
        .until(() -> command.out().stream().anyMatch(line -> line.contains(part)));
  }

  @Test
  void aDevicesCertificateReadsNothing() throws Exception {
    broker.start();
    broker.subscribe(desk, "desk.out", "-i", "desk");
    broker.subscribe(pump2, "spy.out");
    awaitLines("mosquitto.log", "Sending SUBACK to ward/pump2", 1);
    thread.start();
    awaitLines("desk.out", "tenuto/v1/ward/pump1/live ", 3);
    assertThat(broker.lines("spy.out")).noneMatch(line -> line.startsWith("tenuto/"));
  }

  @Test
  void aDevicesCertificatePublishesNothingButItsOwn() throws Exception {
    broker.start();
    broker.subscribe(desk, "desk.out", "-i", "desk");
    awaitLines("mosquitto.log", "Sending SUBACK to desk", 1);
    for (String topic :
        List.of(
            "tenuto/v1/ward/pump1/live",
            "tenuto/v1/ward/pump1/alarm/LINE_LOST",
            "tenuto/v1/other/pump2/live",
            "tenuto/v1/ward/pump2/command",
            "tenuto/v1/ward/pump2/alarm/a/b",
            "tenuto/v2/ward/pump2/live",
            "anything")) {
      assertThat(broker.publish(pump2, topic, "forged")).as(topic).contains(NOT_AUTHORIZED);
    }
    assertThat(broker.publish(pump2, "tenuto/v1/ward/pump2/live", "own")).contains("RC:0");
    awaitLines("desk.out", "tenuto/v1/ward/pump2/live ", 1);
    assertThat(broker.lines("desk.out")).filteredOn(line -> line.startsWith("tenuto/")).hasSize(1);
  }

  @Test
  void aMonitorsCertificatePublishesNothing() throws Exception {
    broker.start();
    assertThat(broker.publish(desk, "tenuto/v1/ward/pump1/live", "forged"))
        .contains(NOT_AUTHORIZED);
    assertThat(broker.publish(desk, "tenuto/v1/desk/x/live", "forged")).contains(NOT_AUTHORIZED);
  }

  /** Somebody takes the id under which a device is connected, with another's certificate. */
  @Test
  void nobodyThrowsOutADeviceByItsId() throws Exception {
    broker.start();
    thread.start();
    await().atMost(Tenuto.LONG).until(() -> publisher.state().connected());
    Instant since = publisher.state().since();
    for (String id : List.of("tenuto-ward-pump1", "ward/pump1")) {
      broker.publish(pump2, "tenuto/v1/ward/pump2/live", "own", "-i", id);
    }
    broker.subscribe(desk, "desk.out", "-i", "desk");
    awaitLines("desk.out", "tenuto/v1/ward/pump1/live ", 2);
    assertThat(publisher.state().since()).isEqualTo(since);
  }

  @Test
  void eachSideOfTheHouseHasItsOwnDoor() throws Exception {
    broker.start();
    var deviceAtMonitors = new SecuredBroker.Client(pump1.certificate(), broker.monitorsPort);
    var monitorAtDevices = new SecuredBroker.Client(desk.certificate(), broker.devicesPort);
    for (SecuredBroker.Client wrong : List.of(deviceAtMonitors, monitorAtDevices)) {
      assertThat(broker.publish(wrong, "tenuto/v1/ward/pump1/live", "x")).doesNotContain("RC:");
    }
    assertThat(broker.lines("mosquitto.log")).anyMatch(line -> line.contains("certificate"));
  }

  /** The certificate says who it is: another name in the configuration helps nobody. */
  @Test
  void aDeviceThatIsConfiguredAsAnotherIsRefused() throws Exception {
    publish("ward", "pump2");
    broker.start();
    broker.subscribe(desk, "desk.out", "-i", "desk");
    awaitLines("mosquitto.log", "Sending SUBACK to desk", 1);
    thread.start();
    await().atMost(Tenuto.LONG).until(() -> publisher.state().problem().contains("0x87"));
    assertThat(broker.lines("desk.out")).noneMatch(line -> line.contains("pump2"));
  }

  @Test
  void aBrokerForAnotherHostIsNotBelieved() throws Exception {
    SecuredBroker.certs("broker", dir.toString(), "--host", "broker.example");
    broker.configure("certfile broker.pem", "certfile broker-broker.example.pem");
    broker.configure("keyfile broker.key.pem", "keyfile broker-broker.example.key.pem");
    broker.start();
    thread.start();
    awaitProblem("No subject alternative names");
  }

  @Test
  void aBrokerOfAnotherAuthorityIsNotBelieved() throws Exception {
    Path other = dir.resolve("other");
    SecuredBroker.certs("init", other.toString());
    SecuredBroker.certs("broker", other.toString(), "--host", "127.0.0.1");
    broker.configure("certfile broker.pem", "certfile other/broker-127.0.0.1.pem");
    broker.configure("keyfile broker.key.pem", "keyfile other/broker-127.0.0.1.key.pem");
    broker.start();
    thread.start();
    awaitProblem("PKIX path");
  }

  @Test
  void aBrokerOfYesterdaysTlsIsNotSpokenTo() throws Exception {
    broker.standIn("-tls1_2");
    thread.start();
    awaitProblem("protocol_version");
  }

  private void awaitProblem(String text) {
    await("problem " + text)
        .atMost(Tenuto.LONG)
        .untilAsserted(() -> assertThat(publisher.state().problem()).contains(text));
    assertThat(publisher.state().connected()).isFalse();
  }

  private void awaitLines(String output, String part, int count) {
    await(count + " times " + part)
        .atMost(Tenuto.LONG)
        .until(() -> broker.lines(output).stream().filter(l -> l.contains(part)).count() >= count);
  }
}
