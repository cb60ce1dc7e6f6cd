package org.tenuto.telemetry;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tenuto.proto.telemetry.SealedEvent;

/**
 * The events of one connection: in order from where the broker has everything, a few on their way,
 * no faster than the pace. One thread at a time.
 */
final class EventStream {

  /**
   * Less than the 20 messages in flight that mosquitto takes by default, with room for the retained
   * ones.
   */
  private static final int IN_FLIGHT = 12;

  /**
   * An event unacknowledged for so long never will be on this connection, whatever else the broker
   * acknowledges: the others wait behind it.
   */
  private static final long STALLED_NS = 15_000_000_000L;

  private final BrokerLink link;
  private final EventFeed feed;
  private final Pace pace;
  private final EventWindow window;
  private long acknowledged;
  private long arrived;
  private long arrivedNs;

  /** Goes on where the broker had everything. */
  EventStream(BrokerLink link, EventFeed feed, Pace pace, long nowNs) throws IOException {
    this.link = link;
    this.feed = feed;
    this.pace = pace;
    this.acknowledged = feed.acknowledged();
    this.window = new EventWindow(acknowledged, IN_FLIGHT);
    this.arrived = acknowledged;
    this.arrivedNs = nowNs;
  }

  /** Sends what may go now, and remembers what has arrived. */
  void tick(long nowNs) throws IOException {
    send(nowNs);
    if (window.acknowledged() > acknowledged) {
      feed.acknowledge(window.acknowledged());
      acknowledged = window.acknowledged();
    }
  }

  private void send(long nowNs) throws IOException {
    int room = Math.min(window.room(), pace.room(nowNs));
    if (room <= 0 || feed.lastWireSeq() <= window.sent()) {
      return;
    }
    for (SealedEvent event : feed.after(window.sent(), room)) {
      long seq = event.getWireSeq();
      if (!link.publish(Envelope.event(event), () -> window.acknowledge(seq))) {
        return;
      }
      window.sent(seq);
      pace.spend();
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

  /** Events that are on record and not known to have arrived. */
  long backlog() {
    return Math.max(0, feed.lastWireSeq() - acknowledged);
  }
}
