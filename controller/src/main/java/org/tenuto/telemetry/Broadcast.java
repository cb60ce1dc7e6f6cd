package org.tenuto.telemetry;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tenuto.proto.telemetry.Conn;
import org.tenuto.proto.telemetry.Diag;
import org.tenuto.proto.telemetry.Last;
import org.tenuto.proto.telemetry.Status;

/**
 * What is said over one connection, and when: hello, the device each second, what changed, the
 * alarms, and the events that are waiting. One thread at a time.
 */
final class Broadcast {

  private static final long LIVE_PERIOD_NS = 1_000_000_000L;
  private static final long SLOW_PERIOD_NS = 10_000_000_000L;

  private final BrokerLink link;
  private final TelemetrySource source;
  private final LiveQueue lives;
  private final AlarmTopics alarms;
  private final EventStream events;
  private @Nullable Status statusSent;
  private @Nullable Diag diagWaiting;
  private long statusVersion;
  private long lastDueNs;
  private long liveDueNs;
  private long diagDueNs;

  /**
   * Says hello.
   *
   * @param lives those on their way, and the count of the dropped, over all connections
   */
  Broadcast(
      BrokerLink link, TelemetrySource source, EventFeed feed, LiveQueue lives, long nowNs)
      throws IOException {
    Pace pace = new Pace();
    this.link = link;
    this.source = source;
    this.lives = lives;
    this.alarms = new AlarmTopics(link, pace, source.alarmConditions());
    this.events = new EventStream(link, feed, pace, nowNs);
    this.lastDueNs = nowNs;
    this.liveDueNs = nowNs;
    this.diagDueNs = nowNs;
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
    alarms.send(nowNs);
    sendDiag(nowNs);
    try {
      events.tick(nowNs);
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
    return events.problem(nowNs);
  }

  private void sendLive(long nowNs) {
    if (nowNs - liveDueNs >= 0) {
      // on the grid, but never two at once after a stall
      liveDueNs += LIVE_PERIOD_NS * (1 + (nowNs - liveDueNs) / LIVE_PERIOD_NS);
      lives.add(Envelope.live(source.live()));
    }
    lives.send(link);
  }

  /** Most ticks change nothing: the message is made only when something may have. */
  private void sendLast(long nowNs) {
    boolean due = nowNs - lastDueNs >= 0;
    long version = source.statusVersion();
    if (!due && statusSent != null && version == statusVersion) {
      return;
    }
    Last last = source.last();
    alarms.show(last);
    if (!due && last.getStatus().equals(statusSent)) {
      statusVersion = version;
    } else if (send(Envelope.last(last))) {
      statusSent = last.getStatus();
      statusVersion = version;
      lastDueNs = nowNs + SLOW_PERIOD_NS;
    }
  }

  private void sendDiag(long nowNs) {
    if (nowNs - diagDueNs < 0) {
      return;
    }
    if (diagWaiting == null) {
      diagWaiting = diag();
    }
    if (send(Envelope.diag(diagWaiting))) {
      diagWaiting = null;
      diagDueNs = nowNs + SLOW_PERIOD_NS;
    }
  }

  /** Made once each time: it says what was since the one before. */
  private Diag diag() {
    return source.diag().toBuilder()
        .setEventBacklog(events.backlog())
        .setDroppedLive(lives.dropped())
        .build();
  }

  private boolean send(Envelope envelope) {
    return link.publish(
        envelope,
        () -> {
          // nothing waits for these: the next one replaces it
        });
  }
}
