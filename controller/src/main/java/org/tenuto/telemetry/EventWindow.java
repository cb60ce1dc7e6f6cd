package org.tenuto.telemetry;

import java.util.TreeSet;

/**
 * The events on their way to the broker: how many more may go, and up to where everything has
 * arrived. One connection's; acknowledgements may come in on any thread.
 */
final class EventWindow {

  private final int size;
  private final TreeSet<Long> early = new TreeSet<>();
  private long sent;
  private long acknowledged;

  /**
   * Starts where the broker had everything.
   *
   * @param size how many may be on their way
   */
  EventWindow(long acknowledged, int size) {
    this.sent = acknowledged;
    this.acknowledged = acknowledged;
    this.size = size;
  }

  /** How many more may go now. */
  synchronized int room() {
    return size - Math.toIntExact(sent - acknowledged);
  }

  synchronized long sent() {
    return sent;
  }

  synchronized void sent(long wireSeq) {
    if (wireSeq != sent + 1) {
      throw new IllegalStateException("event " + wireSeq + " after " + sent);
    }
    sent = wireSeq;
  }

  /** Takes one acknowledgement; they may come in any order. */
  synchronized void acknowledge(long wireSeq) {
    early.add(wireSeq);
    while (early.remove(acknowledged + 1)) {
      acknowledged++;
    }
  }

  /** Everything up to here has arrived. */
  synchronized long acknowledged() {
    return acknowledged;
  }
}
