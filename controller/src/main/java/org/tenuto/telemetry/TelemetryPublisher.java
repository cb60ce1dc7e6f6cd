package org.tenuto.telemetry;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenuto.proto.telemetry.Conn;

/**
 * Keeps the world informed, whatever the broker does: connects, says what is due, and when the
 * connection is lost tries again, each time after a longer wait.
 *
 * <p>One tick after the other, by one thread at a time, {@link #TICK_NS} apart; a tick never waits
 * for the broker. {@link #state} may be asked by any thread.
 */
public final class TelemetryPublisher {

  /** From one tick to the next, ns. */
  public static final long TICK_NS = 50_000_000L;

  private static final Logger LOG = LoggerFactory.getLogger(TelemetryPublisher.class);
  private static final long FIRST_RETRY_NS = 500_000_000L;
  private static final long LONGEST_RETRY_NS = 8_000_000_000L;

  private final Broker broker;
  private final EventFeed feed;
  private final TelemetrySource source;
  private final InstantSource wall;
  private final LiveQueue lives = new LiveQueue();
  private volatile LinkState state;
  private @Nullable BrokerLink link;
  private @Nullable Broadcast broadcast;
  private long retryNs = FIRST_RETRY_NS;
  private long lostNs;
  private long waitNs;
  private boolean closed;

  public TelemetryPublisher(
      Broker broker, EventFeed feed, TelemetrySource source, InstantSource wall) {
    this.broker = broker;
    this.feed = feed;
    this.source = source;
    this.wall = wall;
    this.state = new LinkState(false, wall.instant(), 0, "not connected yet");
  }

  /** How it fares; any thread. */
  public LinkState state() {
    return state;
  }

  /**
   * Does what is due.
   *
   * @param nowNs monotonic ns
   */
  public void tick(long nowNs) {
    if (closed) {
      return;
    }
    try {
      BrokerLink present = link;
      if (present != null) {
        use(present, nowNs);
      } else if (waitNs == 0 || nowNs - lostNs >= waitNs) {
        report(false, state.problem());
        link = broker.connect(Envelope.conn(Conn.State.OFFLINE), nowNs);
      }
    } catch (IOException e) {
      lose(nowNs, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("telemetry: what was to be sent could not be made", e);
      lose(nowNs, String.valueOf(e.getMessage()));
    }
  }

  private void use(BrokerLink present, long nowNs) throws IOException {
    String eventProblem = "";
    if (broadcast != null) {
      eventProblem = broadcast.tick(nowNs);
    } else if (present.connected()) {
      broadcast = new Broadcast(present, source, feed, lives, nowNs);
    }
    String problem = present.problem(nowNs);
    if (problem == null && broadcast != null) {
      problem = broadcast.problem(nowNs);
    }
    if (problem != null) {
      lose(nowNs, problem);
    } else if (broadcast != null) {
      report(true, eventProblem);
      retryNs = FIRST_RETRY_NS;
    }
  }

  private void lose(long nowNs, String problem) {
    if (link != null) {
      link.abandon();
    }
    link = null;
    broadcast = null;
    lives.dropAll();
    report(false, problem);
    lostNs = nowNs;
    waitNs = retryNs;
    retryNs = Math.min(2 * retryNs, LONGEST_RETRY_NS);
  }

  /**
   * Ends: sends what is due, says OFFLINE and disconnects, within a few seconds. Later ticks do
   * nothing.
   */
  public void close(long nowNs) {
    closed = true;
    BrokerLink present = link;
    if (present == null) {
      return;
    }
    try {
      if (broadcast == null) {
        present.abandon();
      } else {
        broadcast.tick(nowNs); // the last events, that we end among them
        present.close(Envelope.conn(Conn.State.OFFLINE));
      }
      report(false, "");
    } catch (IOException e) {
      report(false, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("telemetry: the last messages could not be made", e);
      present.abandon();
      report(false, String.valueOf(e.getMessage()));
    }
  }

  private void report(boolean connected, String problem) {
    LinkState old = state;
    boolean same = old.connected() == connected;
    long backlog = backlog(old.backlog());
    if (same && backlog == old.backlog() && problem.equals(old.problem())) {
      return;
    }
    if (!same) {
      LOG.info("telemetry {} {} {}", connected ? "connected to" : "lost", broker, problem);
    }
    Instant since = same ? old.since() : wall.instant();
    state = new LinkState(connected, since, backlog, problem);
  }

  private long backlog(long unknown) {
    try {
      return Math.max(0, feed.lastWireSeq() - feed.acknowledged());
    } catch (IOException e) {
      LOG.warn("telemetry: position in the record is not known: {}", e.getMessage());
      return unknown;
    }
  }
}
