package org.tenuto.telemetry;

import java.io.IOException;
import java.util.List;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.tenuto.proto.telemetry.Conn;
import org.tenuto.proto.telemetry.Last;
import org.tenuto.proto.telemetry.SealedEvent;
import org.tenuto.proto.telemetry.Status;

/**
 * What is said over one connection, and when: hello, the device each second, what changed, and the
 * events that are waiting. Telemetry thread only.
 */
final class Broadcast {

  private static final long LIVE_PERIOD_NS = 1_000_000_000L;
  private static final long LAST_PERIOD_NS = 10_000_000_000L;

  /**
   * Less than the 20 messages in flight that mosquitto takes by default, with room for the retained
   * ones.
   */
  private static final int EVENTS_IN_FLIGHT = 12;

  /** With 20 ticks a second: an outage is made up for at 200 events a second, not in one burst. */
  private static final int EVENTS_A_TICK = 10;

  private final MqttLink link;
  private final TelemetrySource source;
  private final EventFeed feed;
  private final EventWindow window;
  private @Nullable Status statusSent;
  private long acknowledged;
  private long lastDueNs;
  private long liveDueNs;

  /** Says hello. */
  Broadcast(MqttLink link, TelemetrySource source, EventFeed feed, long nowNs)
      throws MqttException, IOException {
    this.link = link;
    this.source = source;
    this.feed = feed;
    this.acknowledged = feed.acknowledged();
    this.window = new EventWindow(acknowledged, EVENTS_IN_FLIGHT);
    this.lastDueNs = nowNs;
    this.liveDueNs = nowNs;
    send(Envelope.conn(Conn.State.ONLINE));
    send(Envelope.birth(source.birth()));
  }

  /**
   * Sends what is due. A message there is no room for waits for the next tick.
   *
   * @return why no events are sent; empty if they are
   */
  String tick(long nowNs) throws MqttException {
    try {
      sendLive(nowNs);
      sendLast(nowNs);
      sendEvents();
      if (window.acknowledged() > acknowledged) {
        feed.acknowledge(window.acknowledged());
        acknowledged = window.acknowledged();
      }
    } catch (IOException e) {
      return "events: " + e.getMessage(); // the rest goes on without the record
    } catch (MqttException e) {
      if (e.getReasonCode() != MqttClientException.REASON_CODE_MAX_INFLIGHT) {
        throw e;
      }
    }
    return "";
  }

  private void sendLive(long nowNs) throws MqttException {
    if (nowNs - liveDueNs >= 0) {
      // on the grid, but never two at once after a stall
      liveDueNs += LIVE_PERIOD_NS * (1 + (nowNs - liveDueNs) / LIVE_PERIOD_NS);
      send(Envelope.live(source.live()));
    }
  }

  private void sendLast(long nowNs) throws MqttException {
    Last last = source.last();
    if (nowNs - lastDueNs >= 0 || !last.getStatus().equals(statusSent)) {
      send(Envelope.last(last));
      statusSent = last.getStatus();
      lastDueNs = nowNs + LAST_PERIOD_NS;
    }
  }

  private void sendEvents() throws MqttException, IOException {
    int room = Math.min(window.room(), EVENTS_A_TICK);
    if (room <= 0 || feed.lastWireSeq() <= window.sent()) {
      return;
    }
    List<SealedEvent> events = feed.after(window.sent(), room);
    for (SealedEvent event : events) {
      long seq = event.getWireSeq();
      link.publish(Envelope.event(event), () -> window.acknowledge(seq));
      window.sent(seq);
    }
  }

  private void send(Envelope envelope) throws MqttException {
    link.publish(
        envelope,
        () -> {
          // nothing waits for these: the next one replaces it
        });
  }
}
