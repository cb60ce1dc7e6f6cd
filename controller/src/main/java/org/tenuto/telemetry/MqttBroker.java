package org.tenuto.telemetry;

import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/**
 * A broker reached by MQTT 5.
 *
 * @param config where it is, and the device's name there
 * @param threads runs what Paho does beside its callers, a handful of tasks for each connection for
 *     as long as it lasts; null: each connection has threads of its own
 */
public record MqttBroker(TelemetryConfig config, @Nullable ScheduledExecutorService threads)
    implements Broker {

  /** With threads of its own. */
  public MqttBroker(TelemetryConfig config) {
    this(config, null);
  }

  @Override
  public BrokerLink connect(Envelope will, long nowNs) throws IOException {
    try {
      return MqttLink.connect(config, threads, will, nowNs);
    } catch (MqttException e) {
      throw MqttLink.told(e);
    }
  }

  /** Its address. */
  @Override
  public String toString() {
    return config.broker().toString();
  }
}
