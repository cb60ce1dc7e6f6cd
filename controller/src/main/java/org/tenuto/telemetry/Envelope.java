package org.tenuto.telemetry;

import com.google.protobuf.MessageLite;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.Conn;
import org.tenuto.proto.telemetry.Event;
import org.tenuto.proto.telemetry.Last;
import org.tenuto.proto.telemetry.Live;
import org.tenuto.proto.telemetry.SealedEvent;

/** One message ready to be sent: its topic, and how it is sent, are here and nowhere else. */
record Envelope(String topic, MqttMessage message) {

  private static final long LIVE_EXPIRY_S = 2;

  static Envelope conn(Conn.State state) {
    String schema = Conn.getDescriptor().getFullName();
    return retained("conn", schema, Conn.newBuilder().setSchema(schema).setState(state).build());
  }

  static Envelope birth(Birth birth) {
    String schema = Birth.getDescriptor().getFullName();
    return retained("birth", schema, birth.toBuilder().setSchema(schema).build());
  }

  static Envelope last(Last last) {
    String schema = Last.getDescriptor().getFullName();
    return retained("last", schema, last.toBuilder().setSchema(schema).build());
  }

  static Envelope live(Live live) {
    String schema = Live.getDescriptor().getFullName();
    Envelope envelope = of("live", schema, live.toBuilder().setSchema(schema).build(), 0);
    envelope.message.getProperties().setMessageExpiryInterval(LIVE_EXPIRY_S);
    return envelope;
  }

  /** A sealed event has the bytes of an {@code Event}, and is called one. */
  static Envelope event(SealedEvent event) {
    String schema = Event.getDescriptor().getFullName();
    return of("event", schema, event.toBuilder().setSchema(schema).build(), 1);
  }

  private static Envelope retained(String topic, String schema, MessageLite payload) {
    Envelope envelope = of(topic, schema, payload, 1);
    envelope.message.setRetained(true);
    return envelope;
  }

  private static Envelope of(String topic, String schema, MessageLite payload, int qos) {
    MqttProperties properties = new MqttProperties();
    properties.setContentType("application/x-protobuf");
    properties.setUserProperties(new ArrayList<>(List.of(new UserProperty("schema", schema))));
    MqttMessage message = new MqttMessage(payload.toByteArray(), qos, false, properties);
    return new Envelope(topic, message);
  }
}
