package org.tenuto.benchmarks;

import java.util.Queue;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/**
 * Notes when a message is in the subscriber's hands; on Paho's thread.
 *
 * @param arrivals gets the time of each, monotonic ns
 */
record ArrivalListener(Queue<Long> arrivals) implements MqttCallback {

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    arrivals.add(System.nanoTime());
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    // What does not arrive then is missed by who waits for it.
  }

  @Override
  public void mqttErrorOccurred(MqttException exception) {
    // As above.
  }

  @Override
  public void deliveryComplete(IMqttToken token) {
    // It sends nothing.
  }

  @Override
  public void connectComplete(boolean reconnect, String serverUri) {
    // Whoever connects waits for that.
  }

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {
    // There is no such exchange.
  }
}
