package org.tenuto.monitor;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What came in and is not taken yet, bounded in number and in bytes. Any thread. */
final class ArrivalQueue {

  private static final int ROOM = 10_000;

  /** And not more of them than that: somebody may publish large ones. */
  private static final long ROOM_BYTES = 32L << 20;

  private final BlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(ROOM);
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();

  /** Adds a message, or counts it as lost if there is no room for it; never waits. */
  void offer(Arrival.Message message) {
    int size = message.payload().size();
    if (bytes.addAndGet(size) > ROOM_BYTES || !arrivals.offer(message)) {
      bytes.addAndGet(-size);
      lost.incrementAndGet();
    }
  }

  /** Adds what must not be lost; waits for room. */
  void put(Arrival.Broker told) throws InterruptedException {
    arrivals.put(told);
  }

  /** What came in next, or null if nothing did within {@code waitMs}. */
  @Nullable Arrival next(long waitMs) throws InterruptedException {
    Arrival arrival = arrivals.poll(waitMs, TimeUnit.MILLISECONDS);
    if (arrival instanceof Arrival.Message message) {
      bytes.addAndGet(-message.payload().size());
    }
    return arrival;
  }

  /** Messages lost for want of room since the last call. */
  long takeLost() {
    return lost.getAndSet(0);
  }
}
