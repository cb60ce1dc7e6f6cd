package org.tenuto.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the live message to every event stream, 10 times a second and right after each command. One
 * thread makes the message; each stream writes it from its own and always takes the newest, so that
 * a slow client misses messages but holds up nobody.
 */
final class LiveFeed implements AutoCloseable {

  /** Event streams at a time. A device page needs one. */
  static final int CLIENTS_AT_MOST = 16;

  private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
  private static final long PERIOD_MS = 100;

  /** One message in the form of an event stream. */
  private record Message(long number, String event) {}

  private final DeviceDesk desk;
  private final DeliveryTrace trace = new DeliveryTrace();
  private final AtomicInteger clients = new AtomicInteger();
  private final AtomicBoolean nudged = new AtomicBoolean();
  private final ScheduledExecutorService maker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("web-live").daemon().factory());
  private final Object newer = new Object();
  private @Nullable Message newest;
  private boolean closed;
  private boolean failing;

  LiveFeed(DeviceDesk desk) {
    this.desk = desk;
    var _ = maker.scheduleAtFixedRate(this::make, 0, PERIOD_MS, TimeUnit.MILLISECONDS);
  }

  /** The live message as it is this moment. */
  ObjectNode now() {
    LiveView live = desk.live();
    ObjectNode json = LiveJson.of(live, trace.record(live, System.nanoTime()));
    ObjectNode session = json.putObject("session");
    SessionJson.put(session, desk.session());
    ObservationView observation = desk.observation();
    if (observation != null) {
      ObservationJson.put(session.putObject("observation"), observation);
    }
    StaffJson.put(json.putObject("staff"), desk.staff().view());
    return json;
  }

  /** The plot of the present order: what it delivered, and what models predict of it. */
  ObjectNode traceNow() {
    LiveView live = desk.live();
    long elapsedMs = trace.record(live, System.nanoTime());
    ObjectNode json = trace.json(live.delivery());
    if (live.delivery() != null) {
      PlotJson.put(json, desk, live, trace.delivered(live.delivery()), elapsedMs);
    }
    return json;
  }

  /** Makes a message soon, because something was just asked for. */
  void nudge() {
    if (nudged.compareAndSet(false, true)) {
      maker.execute(
          () -> {
            nudged.set(false);
            make();
          });
    }
  }

  /** Takes a place for a stream; false if all are taken. */
  boolean enter() {
    if (clients.incrementAndGet() > CLIENTS_AT_MOST) {
      clients.decrementAndGet();
      return false;
    }
    return true;
  }

  /** Gives the place back. */
  void leave() {
    clients.decrementAndGet();
  }

  /** Streams that are open. */
  int clients() {
    return clients.get();
  }

  /**
   * Writes messages to one stream until it ends, blocking. A client that has gone or takes nothing
   * ends it by an IOException.
   */
  void serve(OutputStream client) throws IOException {
    try {
      Message message = awaitNewer(-1);
      while (message != null) {
        client.write(message.event().getBytes(StandardCharsets.US_ASCII));
        client.flush();
        message = awaitNewer(message.number());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Message awaitNewer(long sent) throws InterruptedException {
    synchronized (newer) {
      while (!closed && (newest == null || newest.number() <= sent)) {
        newer.wait();
      }
      return closed ? null : newest;
    }
  }

  /** A message that can't be made is not sent: the page sees that it is stale and says so. */
  private void make() {
    try {
      String text = Json.write(now());
      synchronized (newer) {
        long number = newest == null ? 0 : newest.number() + 1;
        newest = new Message(number, "id: %d\nevent: live\ndata: %s\n\n".formatted(number, text));
        newer.notifyAll();
      }
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.error("no live message can be made", e);
      }
      failing = true;
    }
  }

  @Override
  public void close() {
    maker.shutdownNow();
    synchronized (newer) {
      closed = true;
      newer.notifyAll();
    }
  }
}
