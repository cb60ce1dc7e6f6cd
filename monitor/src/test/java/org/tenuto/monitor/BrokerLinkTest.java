package org.tenuto.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.proto.tls.BrokerSockets;

/** What a publisher can pile up at a watcher who is not quick enough. */
@Tag("mosquitto")
class BrokerLinkTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int LARGE = 200 * 1_024;
  private static final long ROOM = 32L << 20;

  @TempDir private Path dir;
  private Mosquitto broker;
  private BrokerLink link;
  private MqttClient intruder;

  @BeforeAll
  static void mosquittoIsThere(TestInfo test) {
    Mosquitto.required(test);
  }

  @BeforeEach
  void connect() throws Exception {
    broker = new Mosquitto(dir);
    broker.start();
    String uri = broker.url().replace("mqtt:", "tcp:");
    BrokerSockets sockets = BrokerSockets.inClear(BrokerLink.LARGEST_BYTES);
    link = new BrokerLink(uri, sockets, "watcher", "tenuto/v1/+/+/");
    link.start();
    await("connected")
        .atMost(LONG)
        .until(() -> link.next(10) instanceof Arrival.Broker b && b.connected());
    intruder = new MqttClient(uri, "intruder", new MemoryPersistence());
    intruder.connect();
  }

  @AfterEach
  void disconnect() throws Exception {
    intruder.disconnect();
    intruder.close();
    link.close();
    broker.stop();
  }

  private void publish(int bytes) throws MqttException {
    intruder.publish("tenuto/v1/ward/pump1/event", new byte[bytes], 1, false);
  }

  private @Nullable Arrival next() throws InterruptedException {
    return link.next(0);
  }

  @Test
  void largeMessagesAreKeptUpToSomeMegabytesAndTheOthersCounted() throws Exception {
    int sent = (int) (ROOM / LARGE) + 30;
    for (int i = 0; i < sent; i++) {
      publish(LARGE);
    }
    AtomicLong lost = new AtomicLong();
    await("some have no room").atMost(LONG).until(() -> lost.addAndGet(link.takeLost()) >= 30);
    long kept = 0;
    while (next() instanceof Arrival.Message message) {
      kept += message.payload().size();
    }
    assertThat(kept).isBetween(ROOM - 2 * LARGE, ROOM);
    publish(1);
    await("room again").atMost(LONG).until(() -> next() instanceof Arrival.Message);
  }

  /** -1 if nothing came; anything but the small one means that the large one was let through. */
  private int sizeOfNext() throws InterruptedException {
    int size = link.next(10) instanceof Arrival.Message message ? message.payload().size() : -1;
    assertThat(size).isIn(-1, 7);
    return size;
  }

  @Test
  void aMessageLargerThanAnyDevicesStaysWithTheBroker() throws Exception {
    publish(300 * 1_024);
    publish(7);
    await("the next one").atMost(LONG).until(() -> sizeOfNext() == 7);
  }
}
