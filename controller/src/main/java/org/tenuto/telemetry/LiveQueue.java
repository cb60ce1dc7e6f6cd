package org.tenuto.telemetry;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code Live}s on their way: one at the connection, and behind it the two newest, which is as many
 * as are worth anything. The oldest are dropped and counted. One thread at a time.
 */
final class LiveQueue {

  private static final int WAITING = 2;

  private final ArrayDeque<Envelope> waiting = new ArrayDeque<>();
  private AtomicBoolean underWay = new AtomicBoolean();
  private long dropped;

  /** Takes the newest. */
  void add(Envelope live) {
    waiting.add(live);
    if (waiting.size() > WAITING) {
      waiting.remove();
      dropped++;
    }
  }

  /** Hands over the oldest of them, unless the one before is still under way. */
  void send(BrokerLink link) {
    AtomicBoolean mine = underWay;
    while (!waiting.isEmpty() && !mine.get()) {
      mine.set(true);
      if (!link.publish(waiting.element(), () -> mine.set(false))) {
        mine.set(false);
        return;
      }
      waiting.remove();
    }
  }

  /** The connection is lost. */
  void dropAll() {
    dropped += waiting.size();
    waiting.clear();
    underWay = new AtomicBoolean(); // the lost connection may still tell of its last one
  }

  /** How many were dropped since the start. */
  long dropped() {
    return dropped;
  }
}
