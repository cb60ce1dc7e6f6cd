package org.tenuto.web.planted;

import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;

/** Violates: SQL only in journal, MQTT only in telemetry. */
public final class PageWithSql {

  public String both(Connection connection, MqttAsyncClient client) throws SQLException {
    return connection.getCatalog() + client.getClientId();
  }
}
