package org.tenuto.telemetry;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.proto.telemetry.Conn;
import org.tenuto.proto.telemetry.Last;
import org.tenuto.proto.telemetry.SealedEvent;
import org.tenuto.proto.telemetry.Status;

/**
 * What is said over one connection, and when: hello, the device each second, what changed, and the
 * events that are waiting. One thread at a time.
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

  /**
   * An event unacknowledged for so long never will be on this connection, whatever else the broker
   * acknowledges: the others wait behind it.
   */
  private static final long STALLED_NS = 15_000_000_000L;

  private final BrokerLink link;
  private final TelemetrySource source;
  private final EventFeed feed;
  private final EventWindow window;
  private @Nullable Status statusSent;
  private long statusVersion;
  private long acknowledged;
  private long arrived;
  private long arrivedNs;
  private long lastDueNs;
  private long liveDueNs;

  /** Says hello. */
  Broadcast(BrokerLink link, TelemetrySource source, EventFeed feed, long nowNs)
      throws IOException {
    this.link = link;
    this.source = source;
    this.feed = feed;
    this.acknowledged = feed.acknowledged();
    this.window = new EventWindow(acknowledged, EVENTS_IN_FLIGHT);
    this.arrived = acknowledged;
    this.arrivedNs = nowNs;
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
  String tick(long nowNs) {
    sendLive(nowNs);
    sendLast(nowNs);
    try {
      sendEvents();
      if (window.acknowledged() > acknowledged) {
        feed.acknowledge(window.acknowledged());
        acknowledged = window.acknowledged();
      }
      return "";
    } catch (IOException e) {
      return "events: " + e.getMessage(); // the rest goes on without the record
    }
  }

  /**
   * Looked at after each tick.
   *
   * @return why this connection is of no more use; null while it is
   */
  @Nullable String problem(long nowNs) {
    long arrivedNow = window.acknowledged();
    if (arrivedNow > arrived || arrivedNow == window.sent()) {
      arrived = arrivedNow;
      arrivedNs = nowNs;
    }
    return nowNs - arrivedNs > STALLED_NS ? "broker does not acknowledge an event" : null;
  }

  private void sendLive(long nowNs) {
    if (nowNs - liveDueNs >= 0) {
      // on the grid, but never two at once after a stall
      liveDueNs += LIVE_PERIOD_NS * (1 + (nowNs - liveDueNs) / LIVE_PERIOD_NS);
      send(Envelope.live(source.live()));
    }
  }

  /** Most ticks change nothing: the message is made only when something may have. */
  private void sendLast(long nowNs) {
    boolean due = nowNs - lastDueNs >= 0;
    long version = source.statusVersion();
    if (!due && statusSent != null && version == statusVersion) {
      return;
    }
    Last last = source.last();
    if (!due && last.getStatus().equals(statusSent)) {
      statusVersion = version;
    } else if (send(Envelope.last(last))) {
      statusSent = last.getStatus();
      statusVersion = version;
      lastDueNs = nowNs + LAST_PERIOD_NS;
    }
  }

  private void sendEvents() throws IOException {
    int room = Math.min(window.room(), EVENTS_A_TICK);
    if (room <= 0 || feed.lastWireSeq() <= window.sent()) {
      return;
    }
    List<SealedEvent> events = feed.after(window.sent(), room);
    for (SealedEvent event : events) {
      long seq = event.getWireSeq();
      if (!link.publish(Envelope.event(event), () -> window.acknowledge(seq))) {
        return;
      }
      window.sent(seq);
    }
  }

  private boolean send(Envelope envelope) {
    return link.publish(
        envelope,
        () -> {
          // nothing waits for these: the next one replaces it
        });
  }
}
