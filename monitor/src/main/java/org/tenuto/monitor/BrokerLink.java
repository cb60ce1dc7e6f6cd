package org.tenuto.monitor;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.tenuto.proto.tls.BrokerSockets;

/**
 * Subscribes, and subscribes again whenever the broker was lost, on a thread of its own. What comes
 * in is handed over through a bounded queue. Never publishes.
 */
final class BrokerLink implements AutoCloseable {

  /**
   * A device's messages are some kB; the broker keeps to itself what is larger, and if it does not,
   * that is not read.
   */
  static final int LARGEST_BYTES = 256 << 10;

  private static final int TIMEOUT_S = 3;
  private static final int KEEP_ALIVE_S = 5;
  private static final long CHECK_MS = 100;
  private static final long RETRY_MS = 1_000;

  /**
   * Only of events is every single one wanted. What a newer one replaces is asked for without
   * acknowledgements: a broker keeps only so many unacknowledged messages for one subscriber
   * (mosquitto 1,000), and 500 devices retain 1,500.
   */
  private static final List<String> WORDS =
      List.of("event", "conn", "birth", "last", "live", "diag", "alarm/+");

  private static final int[] QOS = {1, 0, 0, 0, 0, 0, 0};

  private final String serverUri;
  private final BrokerSockets sockets;
  private final String clientId;
  private final String prefix;
  private final ArrivalQueue arrivals = new ArrivalQueue();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private Arrival.@Nullable Broker told;

  /**
   * Not connected yet.
   *
   * @param serverUri as Paho wants it
   * @param sockets connect to it
   * @param clientId nobody else's
   * @param prefix of the topics to subscribe to, but for their last word
   */
  BrokerLink(String serverUri, BrokerSockets sockets, String clientId, String prefix) {
    this.serverUri = serverUri;
    this.sockets = sockets;
    this.clientId = clientId;
    this.prefix = prefix;
    this.thread = Thread.ofPlatform().name("broker").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** What came in next, or null if nothing did within {@code waitMs}. */
  @Nullable Arrival next(long waitMs) throws InterruptedException {
    return arrivals.next(waitMs);
  }

  /** Messages lost for want of room since the last call. */
  long takeLost() {
    return arrivals.takeLost();
  }

  /** Disconnects; returns within a few seconds. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(2 * TIMEOUT_S * 1_000L);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closing.await(0, TimeUnit.MILLISECONDS)) {
        String problem = attempt();
        String unread = sockets.takeRefusal();
        tell(false, unread.isEmpty() ? problem : unread);
        closing.await(RETRY_MS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody but the end of the process does this
    }
  }

  /** One connection until it is lost or we close; says why it ended. */
  private String attempt() throws InterruptedException {
    try {
      MqttAsyncClient client = new MqttAsyncClient(serverUri, clientId, new MemoryPersistence());
      try {
        subscribe(client);
        tell(true, "");
        while (client.isConnected()) {
          if (closing.await(CHECK_MS, TimeUnit.MILLISECONDS)) {
            client.disconnect(0).waitForCompletion(TIMEOUT_S * 1_000L);
            return "closed";
          }
        }
        return "connection lost";
      } finally {
        if (client.isConnected()) {
          client.disconnectForcibly(0, CHECK_MS, false);
        }
        client.close(true);
      }
    } catch (MqttException e) {
      Throwable cause = e.getCause();
      return e.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
    }
  }

  private void subscribe(MqttAsyncClient client) throws MqttException {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setSocketFactory(sockets);
    options.setAutomaticReconnect(false);
    options.setCleanStart(true);
    options.setConnectionTimeout(TIMEOUT_S);
    options.setKeepAliveInterval(KEEP_ALIVE_S);
    options.setMaximumPacketSize((long) sockets.largestBytes());
    client.setCallback(new HandOver());
    client.connect(options).waitForCompletion(TIMEOUT_S * 1_000L);
    IMqttToken subscribed = client.subscribe(filters(), QOS);
    subscribed.waitForCompletion(TIMEOUT_S * 1_000L);
    int[] codes = subscribed.getReasonCodes();
    for (int code : codes == null ? new int[0] : codes) {
      if (code >= 0x80) {
        throw new MqttException(code);
      }
    }
  }

  private String[] filters() {
    return WORDS.stream().map(word -> prefix + word).toArray(String[]::new);
  }

  private void tell(boolean connected, String problem) throws InterruptedException {
    Arrival.Broker now = new Arrival.Broker(connected, problem);
    if (!now.equals(told)) {
      told = now;
      arrivals.put(now);
    }
  }

  /** Paho's thread. */
  private final class HandOver implements MqttCallback {

    @Override
    public void messageArrived(String topic, MqttMessage message) {
      ByteString payload = ByteString.copyFrom(message.getPayload());
      arrivals.offer(new Arrival.Message(topic, payload, message.isRetained()));
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
      // seen by asking the client
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
      // ends in a lost connection, seen by asking the client
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
      // publishes nothing
    }

    @Override
    public void connectComplete(boolean reconnect, String uri) {
      // waited for
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
      // no extended authentication
    }
  }
}
