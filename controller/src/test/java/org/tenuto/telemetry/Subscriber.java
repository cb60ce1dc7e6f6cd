package org.tenuto.telemetry;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.tenuto.proto.telemetry.Conn;
import org.tenuto.proto.telemetry.Event;

/** Somebody who watches and misses nothing: its session outlives the broker. */
final class Subscriber implements AutoCloseable, MqttCallback {

  /**
   * A message as it came in.
   *
   * @param topic its word after the device's name
   */
  record Received(String topic, MqttMessage message) {}

  private final MqttAsyncClient client;
  private final List<Received> received = new CopyOnWriteArrayList<>();

  Subscriber(Mosquitto broker) throws MqttException {
    this(broker, "watcher");
  }

  /** Under a name of its own. */
  Subscriber(Mosquitto broker, String clientId) throws MqttException {
    String uri = broker.url().replace("mqtt:", "tcp:");
    client = new MqttAsyncClient(uri, clientId, new MemoryPersistence());
    client.setCallback(this);
    connect();
    client.subscribe("tenuto/v1/#", 1).waitForCompletion(10_000);
  }

  /** Connects, again after a restart of the broker. */
  void connect() throws MqttException {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(false);
    options.setSessionExpiryInterval(600L);
    client.connect(options).waitForCompletion(10_000);
  }

  List<MqttMessage> on(String topic) {
    return received.stream().filter(r -> r.topic.equals(topic)).map(Received::message).toList();
  }

  List<Conn.State> conns() {
    return on("conn").stream().map(m -> parsed(Conn.parser(), m).getState()).toList();
  }

  /** Wire sequences in the order they came, without the repetitions that QoS 1 permits. */
  List<Long> wireSeqs() {
    return on("event").stream()
        .map(m -> parsed(Event.parser(), m).getWireSeq())
        .distinct()
        .toList();
  }

  static <T> T parsed(Parser<T> parser, MqttMessage message) {
    try {
      return parser.parseFrom(message.getPayload());
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError("not what its topic says", e);
    }
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    received.add(new Received(topic.split("/", -1)[4], message));
  }

  @Override
  public void close() throws MqttException {
    client.disconnectForcibly(0, 1_000, false);
    client.close(true);
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    // the test connects it again
  }

  @Override
  public void mqttErrorOccurred(MqttException exception) {
    throw new AssertionError("subscriber failed", exception);
  }

  @Override
  public void deliveryComplete(IMqttToken token) {
    // publishes nothing
  }

  @Override
  public void connectComplete(boolean reconnect, String serverUri) {
    // connect() waits for it
  }

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {
    // no such thing is set up
  }
}
