package org.tenuto.telemetry.planted;

import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Violates: nobody subscribes. */
public final class TelemetryThatSubscribes {

  public void listen(MqttAsyncClient client) throws MqttException {
    client.subscribe("tenuto/#", 1);
  }
}
