package org.tenuto.telemetry;

import java.io.IOException;

/**
 * Where telemetry goes: something that takes connections. Reached by MQTT with {@link MqttBroker};
 * a modelled one can stand in for it. Called by one thread at a time.
 */
public interface Broker {

  /**
   * Begins to connect and returns at once; {@link BrokerLink#connected} says when it is done.
   *
   * @param will what the broker is to say when the connection ends without a goodbye
   * @param nowNs monotonic ns
   * @throws IOException one line: why it can't even be tried
   */
  BrokerLink connect(Envelope will, long nowNs) throws IOException;
}
