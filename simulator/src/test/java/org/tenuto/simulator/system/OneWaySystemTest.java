package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.simulator.system.MqttTap.Conversation;
import org.tenuto.simulator.system.MqttTap.Kind;
import org.tenuto.simulator.system.MqttTap.Packet;

/** Every packet of a whole session, from the first to the last: the device talks and never asks. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class OneWaySystemTest {

  @TempDir private Path dir;

  @Test
  void aWholeSessionGoesOneWay() throws Exception {
    Mosquitto broker = new Mosquitto(dir);
    broker.start();
    try (MqttTap tap = new MqttTap(URI.create(broker.url()).getPort());
        DemoProcess demo = DemoProcess.start(dir, "--auto", "--broker", tap.url())) {
      Tenuto.Ended ended = demo.awaitEnd();
      assertThat(ended.exitCode()).as("%s", ended).isZero();
      List<Conversation> device = tap.of("tenuto-demo-demo-1");
      assertThat(device).as("the station's connection").isNotEmpty();
      device.forEach(OneWaySystemTest::requireOneWay);
      assertThat(said(device.getLast().fromClient)).contains(Kind.PUBLISH, Kind.DISCONNECT);
      Conversation monitor = tap.of("tenuto-monitor-").getFirst();
      assertThat(said(monitor.fromClient)).as("the tap sees who asks").contains(Kind.SUBSCRIBE);
      assertThat(said(monitor.fromBroker)).contains(Kind.PUBLISH);
      assertThat(tap.of(""))
          .as("nobody else")
          .allMatch(c -> device.contains(c) || c.clientId.equals(monitor.clientId));
    } finally {
      broker.endBoth();
    }
  }

  private static void requireOneWay(Conversation device) {
    assertThat(said(device.fromClient))
        .startsWith(Kind.CONNECT)
        .isSubsetOf(Kind.CONNECT, Kind.PUBLISH, Kind.PINGREQ, Kind.DISCONNECT)
        .filteredOn(kind -> kind == Kind.CONNECT)
        .hasSize(1);
    assertThat(said(device.fromBroker))
        .isSubsetOf(Kind.CONNACK, Kind.PUBACK, Kind.PINGRESP, Kind.DISCONNECT);
    assertThat(device.fromClient)
        .filteredOn(packet -> packet.kind() == Kind.PUBLISH)
        .extracting(Packet::topic)
        .contains("tenuto/v1/demo/demo-1/event")
        .allMatch(topic -> topic.isEmpty() || topic.startsWith("tenuto/v1/demo/demo-1/"));
  }

  private static List<Kind> said(Iterable<Packet> packets) {
    List<Kind> kinds = new ArrayList<>();
    packets.forEach(packet -> kinds.add(packet.kind()));
    return kinds;
  }
}
