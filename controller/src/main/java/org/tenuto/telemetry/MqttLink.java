package org.tenuto.telemetry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenuto.proto.tls.BrokerSockets;
import org.tenuto.proto.tls.BrokerTls;

/** A connection to an MQTT broker. Paho's threads tell what became of it and of each message. */
final class MqttLink implements BrokerLink {

  private static final Logger LOG = LoggerFactory.getLogger(MqttLink.class);
  private static final int CONNECT_TIMEOUT_S = 3;
  private static final int KEEP_ALIVE_S = 5;
  private static final long CLOSE_TIMEOUT_MS = 1_000;
  private static final long NS_PER_S = 1_000_000_000L;

  /** Whatever the broker permits: what it does not take is not piled up here. */
  private static final int MOST_IN_FLIGHT = 40;

  /** A broker that acknowledges nothing for so long is taken for gone. */
  private static final long SILENCE_NS = 15 * NS_PER_S;

  /**
   * A broker's answers have some bytes, or some kB where it explains itself; nothing larger is read,
   * and it is asked to send nothing larger (Maximum Packet Size).
   */
  private static final int LARGEST_BYTES = 16 << 10;

  private final TelemetryConfig config;
  private final MqttAsyncClient client;
  private final BrokerSockets sockets;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger answers = new AtomicInteger();
  private final long begunNs;
  private int answersSeen;
  private long heardNs;
  private volatile boolean connected;
  private volatile @Nullable String refusal;

  private MqttLink(TelemetryConfig config, MqttAsyncClient client, long nowNs) {
    this.config = config;
    this.client = client;
    BrokerTls tls = config.tls();
    this.sockets =
        tls == null ? BrokerSockets.inClear(LARGEST_BYTES) : tls.sockets(LARGEST_BYTES);
    this.begunNs = nowNs;
    this.heardNs = nowNs;
  }

  /** Begins to connect: a thread of Paho's does what takes time. */
  static MqttLink connect(
      TelemetryConfig config,
      @Nullable ScheduledExecutorService threads,
      Envelope will,
      long nowNs)
      throws MqttException {
    MqttLink link =
        new MqttLink(
            config,
            new MqttAsyncClient(
                config.serverUri(), config.clientId(), new MemoryPersistence(), null, threads),
            nowNs);
    try {
      link.client.connect(link.options(will), null, link.greeting());
      return link;
    } catch (MqttException e) {
      link.abandon();
      throw e;
    }
  }

  private MqttConnectionOptions options(Envelope will) {
    MqttMessage message = message(will);
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setAutomaticReconnect(false);
    options.setCleanStart(true);
    options.setConnectionTimeout(CONNECT_TIMEOUT_S);
    options.setKeepAliveInterval(KEEP_ALIVE_S);
    options.setSocketFactory(sockets);
    options.setMaximumPacketSize((long) LARGEST_BYTES);
    options.setWill(config.topic(will.topic()), message);
    options.setWillMessageProperties(message.getProperties());
    return options;
  }

  private static MqttMessage message(Envelope envelope) {
    MqttProperties properties = new MqttProperties();
    properties.setContentType("application/x-protobuf");
    properties.setUserProperties(
        new ArrayList<>(List.of(new UserProperty("schema", envelope.schema()))));
    if (envelope.expiryS() > 0) {
      properties.setMessageExpiryInterval(envelope.expiryS());
    }
    byte[] payload = envelope.payload().toByteArray();
    return new MqttMessage(payload, envelope.qos(), envelope.retained(), properties);
  }

  private MqttActionListener greeting() {
    return new MqttActionListener() {
      @Override
      public void onSuccess(IMqttToken token) {
        connected = true;
      }

      @Override
      public void onFailure(IMqttToken token, Throwable e) {
        refusal = told(e).getMessage();
      }
    };
  }

  @Override
  public boolean connected() {
    return connected;
  }

  @Override
  public boolean publish(Envelope envelope, Runnable acknowledged) {
    if (inFlight.incrementAndGet() > MOST_IN_FLIGHT) {
      inFlight.decrementAndGet();
      return false;
    }
    try {
      client.publish(
          config.topic(envelope.topic()), message(envelope), null, outcome(acknowledged));
      return true;
    } catch (MqttException e) {
      inFlight.decrementAndGet();
      if (e.getReasonCode() != MqttClientException.REASON_CODE_MAX_INFLIGHT) {
        refusal = told(e).getMessage();
      }
      return false;
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
    answers.incrementAndGet();
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

  @Override
  public @Nullable String problem(long nowNs) {
    String unread = sockets.takeRefusal();
    if (!unread.isEmpty()) {
      return unread;
    }
    if (refusal != null) {
      return refusal;
    }
    if (!connected) {
      boolean late = nowNs - begunNs > CONNECT_TIMEOUT_S * NS_PER_S;
      return late ? "Timed out waiting for the broker to take the connection" : null;
    }
    return client.isConnected() ? silence(nowNs) : "connection lost";
  }

  private @Nullable String silence(long nowNs) {
    int answered = answers.get();
    if (inFlight.get() == 0 || answered != answersSeen) {
      answersSeen = answered;
      heardNs = nowNs;
    }
    return nowNs - heardNs > SILENCE_NS ? "broker acknowledges nothing" : null;
  }

  @Override
  public void close(Envelope last) throws IOException {
    try {
      client.publish(config.topic(last.topic()), message(last)).waitForCompletion(CLOSE_TIMEOUT_MS);
      client.disconnect(0).waitForCompletion(CLOSE_TIMEOUT_MS);
    } catch (MqttException e) {
      throw told(e);
    } finally {
      abandon();
    }
  }

  /** The connection may be gone already, which is what Paho then complains of. */
  @Override
  public void abandon() {
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

  /** In one line, with what is behind it. */
  static IOException told(Throwable e) {
    Throwable cause = e.getCause();
    String message = String.valueOf(e.getMessage());
    return new IOException(cause == null ? message : message + ": " + cause.getMessage(), e);
  }
}
