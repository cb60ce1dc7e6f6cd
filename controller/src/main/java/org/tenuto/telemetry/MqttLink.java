package org.tenuto.telemetry;

import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenuto.proto.telemetry.Conn;

/**
 * One connection to the broker, from its first byte to its last; a lost one is never mended. Used
 * by the telemetry thread; publishing does not wait for the network.
 */
final class MqttLink {

  private static final Logger LOG = LoggerFactory.getLogger(MqttLink.class);
  private static final int CONNECT_TIMEOUT_S = 3;
  private static final int KEEP_ALIVE_S = 5;
  private static final long CLOSE_TIMEOUT_MS = 1_000;

  /** A broker that acknowledges nothing for so long is taken for gone. */
  private static final long SILENCE_NS = 15_000_000_000L;

  private final TelemetryConfig config;
  private final MqttAsyncClient client;
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile long heardNs = System.nanoTime();
  private volatile @Nullable String refusal;

  private MqttLink(TelemetryConfig config, MqttAsyncClient client) {
    this.config = config;
    this.client = client;
  }

  /** Connects with OFFLINE as the last will, waiting a few seconds at most. */
  static MqttLink connect(TelemetryConfig config) throws MqttException {
    MqttLink link =
        new MqttLink(
            config,
            new MqttAsyncClient(config.serverUri(), config.clientId(), new MemoryPersistence()));
    try {
      link.client.connect(link.options()).waitForCompletion(CONNECT_TIMEOUT_S * 1_000L);
      return link;
    } catch (MqttException e) {
      link.abandon();
      throw e;
    }
  }

  private MqttConnectionOptions options() {
    Envelope will = Envelope.conn(Conn.State.OFFLINE);
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setAutomaticReconnect(false);
    options.setCleanStart(true);
    options.setConnectionTimeout(CONNECT_TIMEOUT_S);
    options.setKeepAliveInterval(KEEP_ALIVE_S);
    options.setWill(config.topic(will.topic()), will.message());
    options.setWillMessageProperties(will.message().getProperties());
    return options;
  }

  /** Hands a message over; {@code acknowledged} runs on Paho's thread when the broker has it. */
  void publish(Envelope envelope, Runnable acknowledged) throws MqttException {
    if (inFlight.getAndIncrement() == 0) {
      heardNs = System.nanoTime();
    }
    try {
      client.publish(
          config.topic(envelope.topic()), envelope.message(), null, outcome(acknowledged));
    } catch (MqttException e) {
      inFlight.decrementAndGet();
      throw e;
    }
  }

  private MqttActionListener outcome(Runnable acknowledged) {
    return new MqttActionListener() {
      @Override
      public void onSuccess(IMqttToken token) {
        arrived();
        int worst = worstReason(token);
        if (worst < 0x80) {
          acknowledged.run();
        } else {
          refusal = "broker refused a message, reason code 0x%02x".formatted(worst);
        }
      }

      @Override
      public void onFailure(IMqttToken token, Throwable e) {
        arrived();
        refusal = "message not sent: " + e.getMessage();
      }
    };
  }

  private void arrived() {
    heardNs = System.nanoTime();
    inFlight.decrementAndGet();
  }

  private static int worstReason(IMqttToken token) {
    int worst = 0;
    int[] codes = token.getReasonCodes();
    for (int code : codes == null ? new int[0] : codes) {
      worst = Math.max(worst, code);
    }
    return worst;
  }

  /** Why this connection is of no more use; null while it is. */
  @Nullable String problem(long nowNs) {
    if (refusal != null) {
      return refusal;
    }
    if (!client.isConnected()) {
      return "connection lost";
    }
    boolean silent = inFlight.get() > 0 && nowNs - heardNs > SILENCE_NS;
    return silent ? "broker acknowledges nothing" : null;
  }

  /** Says OFFLINE and goodbye, in two seconds at most; what the broker did not take is left. */
  void close() throws MqttException {
    try {
      Envelope offline = Envelope.conn(Conn.State.OFFLINE);
      client
          .publish(config.topic(offline.topic()), offline.message())
          .waitForCompletion(CLOSE_TIMEOUT_MS);
      client.disconnect(0).waitForCompletion(CLOSE_TIMEOUT_MS);
    } finally {
      abandon();
    }
  }

  /**
   * Drops the connection without a goodbye: the broker then publishes the last will. It may be gone
   * already, which is what Paho then complains of.
   */
  void abandon() {
    try {
      client.disconnectForcibly(0, CLOSE_TIMEOUT_MS, false);
    } catch (MqttException e) {
      LOG.debug("telemetry: dropping the connection: {}", e.getMessage());
    }
    try {
      client.close(true);
    } catch (MqttException e) {
      LOG.warn("telemetry: connection not released: {}", e.getMessage());
    }
  }
}
