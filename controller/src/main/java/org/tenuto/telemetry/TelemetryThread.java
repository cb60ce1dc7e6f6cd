package org.tenuto.telemetry;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A publisher's own thread. Nothing here ever makes a caller wait, but {@link #close}, which waits
 * a few seconds at most.
 */
public final class TelemetryThread implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TelemetryThread.class);

  /** Longer than dropping a connection and saying goodbye can take together. */
  private static final long CLOSE_TIMEOUT_MS = 7_000;

  private final TelemetryPublisher publisher;
  private final LongSupplier monotonicNs;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  public TelemetryThread(TelemetryPublisher publisher, LongSupplier monotonicNs) {
    this.publisher = publisher;
    this.monotonicNs = monotonicNs;
    this.thread = Thread.ofPlatform().name("telemetry").daemon().unstarted(this::run);
  }

  /** Begins; returns at once, whether there is a broker or not. */
  public void start() {
    thread.start();
  }

  private void run() {
    try {
      do {
        publisher.tick(monotonicNs.getAsLong());
      } while (!closing.await(TelemetryPublisher.TICK_NS, TimeUnit.NANOSECONDS));
      publisher.close(monotonicNs.getAsLong());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody but the end of the process does this
    }
  }

  /** Has the publisher say OFFLINE and disconnect; returns within seven seconds. */
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
}
