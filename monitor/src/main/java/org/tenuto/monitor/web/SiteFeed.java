package org.tenuto.monitor.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Sends what changed to every event stream, 2.5 times a second, also if nothing did: the page knows
 * by that that it still hears us. Each stream has its own place in what changed, so that a slow one
 * gets less often more and holds up nobody.
 */
final class SiteFeed implements AutoCloseable {

  /** Event streams at a time. */
  static final int CLIENTS_AT_MOST = 16;

  private static final long PERIOD_MS = 400;

  private final Site site;
  private final LongSupplier clock;
  private final AtomicInteger clients = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);

  /**
   * Nobody listens yet.
   *
   * @param clock monotonic ns, the one the site is told with
   */
  SiteFeed(Site site, LongSupplier clock) {
    this.site = site;
    this.clock = clock;
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

  /**
   * Writes messages to one stream until it ends, blocking. A client that has gone or takes nothing
   * ends it by an IOException.
   */
  void serve(OutputStream client) throws IOException {
    long sent = -1;
    try {
      do {
        Site.Change change = site.since(sent, clock.getAsLong());
        String event = "event: site\ndata: " + change.json() + "\n\n";
        client.write(event.getBytes(StandardCharsets.UTF_8));
        client.flush();
        sent = change.version();
      } while (!closing.await(PERIOD_MS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server ends
    }
  }

  @Override
  public void close() {
    closing.countDown();
  }
}
