package org.tenuto.telemetry;

import java.io.IOException;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * A broker reached by MQTT 5.
 *
 * @param config where it is, and the device's name there
 */
public record MqttBroker(TelemetryConfig config) implements Broker {

  @Override
  public BrokerLink connect(Envelope will, long nowNs) throws IOException {
    try {
      return MqttLink.connect(config, will, nowNs);
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
