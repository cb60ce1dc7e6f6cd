package org.tenuto.telemetry;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import org.tenuto.proto.telemetry.AlarmNow;
import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.Conn;
import org.tenuto.proto.telemetry.Diag;
import org.tenuto.proto.telemetry.Event;
import org.tenuto.proto.telemetry.Last;
import org.tenuto.proto.telemetry.Live;
import org.tenuto.proto.telemetry.SealedEvent;

/**
 * One message ready to be sent: its topic, and how it is sent, are here and nowhere else.
 *
 * @param topic end of its topic, after the device's name
 * @param schema full name of the payload's message
 * @param payload the message, protobuf; empty to clear what is retained
 * @param qos 0: lost if the connection is; 1: acknowledged
 * @param retained whether who comes later gets it too
 * @param expiryS after so long nobody wants it any more, s; 0 for never
 */
public record Envelope(
    String topic, String schema, ByteString payload, int qos, boolean retained, long expiryS) {

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
    ByteString payload = live.toBuilder().setSchema(schema).build().toByteString();
    return new Envelope("live", schema, payload, 0, false, LIVE_EXPIRY_S);
  }

  static Envelope diag(Diag diag) {
    String schema = Diag.getDescriptor().getFullName();
    ByteString payload = diag.toBuilder().setSchema(schema).build().toByteString();
    return new Envelope("diag", schema, payload, 0, false, 0);
  }

  static Envelope alarm(AlarmNow alarm) {
    String schema = AlarmNow.getDescriptor().getFullName();
    String topic = alarmTopic(alarm.getAlarm().getCondition());
    return retained(topic, schema, alarm.toBuilder().setSchema(schema).build());
  }

  /** Has the broker forget what it retains of an alarm condition. */
  static Envelope noAlarm(String condition) {
    String schema = AlarmNow.getDescriptor().getFullName();
    return new Envelope(alarmTopic(condition), schema, ByteString.EMPTY, 1, true, 0);
  }

  private static String alarmTopic(String condition) {
    return "alarm/" + condition;
  }

  /** A sealed event has the bytes of an {@code Event}, and is called one. */
  static Envelope event(SealedEvent event) {
    String schema = Event.getDescriptor().getFullName();
    ByteString payload = event.toBuilder().setSchema(schema).build().toByteString();
    return new Envelope("event", schema, payload, 1, false, 0);
  }

  private static Envelope retained(String topic, String schema, MessageLite message) {
    return new Envelope(topic, schema, message.toByteString(), 1, true, 0);
  }
}
