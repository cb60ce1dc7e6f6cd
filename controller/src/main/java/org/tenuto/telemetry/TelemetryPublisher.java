package org.tenuto.telemetry;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the world informed for as long as it is open, whatever the broker does. Its own thread does
 * it all; nothing here ever makes a caller wait, but {@link #close}, which waits a few seconds at
 * most.
 */
public final class TelemetryPublisher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TelemetryPublisher.class);
  private static final long TICK_MS = 50;
  private static final long FIRST_RETRY_MS = 500;
  private static final long LONGEST_RETRY_MS = 8_000;

  /** Longer than connecting and saying goodbye can take together. */
  private static final long CLOSE_TIMEOUT_MS = 7_000;

  private final TelemetryConfig config;
  private final EventFeed feed;
  private final TelemetrySource source;
  private final InstantSource wall;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile LinkState state;
  private long retryMs = FIRST_RETRY_MS;

  public TelemetryPublisher(
      TelemetryConfig config, EventFeed feed, TelemetrySource source, InstantSource wall) {
    this.config = config;
    this.feed = feed;
    this.source = source;
    this.wall = wall;
    this.state = new LinkState(false, wall.instant(), 0, "not connected yet");
    this.thread = Thread.ofPlatform().name("telemetry").daemon().unstarted(this::run);
  }

  /** Begins; returns at once, whether there is a broker or not. */
  public void start() {
    thread.start();
  }

  /** How it fares; any thread. */
  public LinkState state() {
    return state;
  }

  /** Says OFFLINE and disconnects; returns within seven seconds. */
  @Override
  public void close() {
    closing.countDown();
    try {
      if (thread.isAlive() && !thread.join(Duration.ofMillis(CLOSE_TIMEOUT_MS))) {
        LOG.warn("telemetry did not end in {} ms; left to the last will", CLOSE_TIMEOUT_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      boolean open = true;
      while (open) {
        attempt();
        open = !closes(retryMs);
        retryMs = Math.min(2 * retryMs, LONGEST_RETRY_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody but the end of the process does this
    }
  }

  /** One connection: until it is lost, or until we close. */
  private void attempt() throws InterruptedException {
    try {
      report(false, state.problem());
      MqttLink link = MqttLink.connect(config);
      String problem = "not begun";
      try {
        problem = broadcast(link);
      } finally {
        if (problem.isEmpty()) {
          link.close();
        } else {
          link.abandon();
        }
      }
      report(false, problem);
    } catch (MqttException | IOException e) {
      report(false, told(e));
    } catch (RuntimeException e) {
      LOG.error("telemetry: what was to be sent could not be made", e);
      report(false, told(e));
    }
  }

  /** Why it ended; empty if we close. */
  private String broadcast(MqttLink link) throws MqttException, IOException, InterruptedException {
    Broadcast broadcast = new Broadcast(link, source, feed, System.nanoTime());
    while (!closes(TICK_MS)) {
      long nowNs = System.nanoTime();
      String eventProblem = broadcast.tick(nowNs);
      String problem = link.problem(nowNs);
      if (problem != null) {
        return problem;
      }
      report(true, eventProblem);
      retryMs = FIRST_RETRY_MS;
    }
    broadcast.tick(System.nanoTime()); // the last events, that we end among them
    return "";
  }

  private boolean closes(long waitMs) throws InterruptedException {
    return closing.await(waitMs, TimeUnit.MILLISECONDS);
  }

  private void report(boolean connected, String problem) {
    LinkState old = state;
    boolean same = old.connected() == connected;
    Instant since = same ? old.since() : wall.instant();
    long backlog = backlog(old.backlog());
    if (!same) {
      LOG.info("telemetry {} {} {}", connected ? "connected to" : "lost", config.broker(), problem);
    }
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

  private static String told(Exception e) {
    Throwable cause = e.getCause();
    String message = String.valueOf(e.getMessage());
    return cause == null ? message : message + ": " + cause.getMessage();
  }
}
