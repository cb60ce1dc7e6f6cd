package org.tenuto.monitor;

import com.google.protobuf.ByteString;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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

/**
 * Subscribes, and subscribes again whenever the broker was lost, on a thread of its own. What comes
 * in is handed over through a bounded queue. Never publishes.
 */
final class BrokerLink implements AutoCloseable {

  private static final int ROOM = 10_000;
  private static final int TIMEOUT_S = 3;
  private static final int KEEP_ALIVE_S = 5;
  private static final long CHECK_MS = 100;
  private static final long RETRY_MS = 1_000;

  private final String serverUri;
  private final String clientId;
  private final String filter;
  private final BlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(ROOM);
  private final AtomicLong lost = new AtomicLong();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private Arrival.@Nullable Broker told;

  /**
   * Not connected yet.
   *
   * @param serverUri as Paho wants it
   * @param clientId nobody else's
   * @param filter topics to subscribe to
   */
  BrokerLink(String serverUri, String clientId, String filter) {
    this.serverUri = serverUri;
    this.clientId = clientId;
    this.filter = filter;
    this.thread = Thread.ofPlatform().name("broker").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** What came in next, or null if nothing did within {@code waitMs}. */
  @Nullable Arrival next(long waitMs) throws InterruptedException {
    return arrivals.poll(waitMs, TimeUnit.MILLISECONDS);
  }

  /** Messages lost for want of room since the last call. */
  long takeLost() {
    return lost.getAndSet(0);
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
        tell(false, attempt());
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
    options.setAutomaticReconnect(false);
    options.setCleanStart(true);
    options.setConnectionTimeout(TIMEOUT_S);
    options.setKeepAliveInterval(KEEP_ALIVE_S);
    client.setCallback(new HandOver());
    client.connect(options).waitForCompletion(TIMEOUT_S * 1_000L);
    IMqttToken subscribed = client.subscribe(filter, 1);
    subscribed.waitForCompletion(TIMEOUT_S * 1_000L);
    int[] codes = subscribed.getReasonCodes();
    if (codes != null && codes.length > 0 && codes[0] >= 0x80) {
      throw new MqttException(codes[0]);
    }
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
      if (!arrivals.offer(new Arrival.Message(topic, payload, message.isRetained()))) {
        lost.incrementAndGet();
      }
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
