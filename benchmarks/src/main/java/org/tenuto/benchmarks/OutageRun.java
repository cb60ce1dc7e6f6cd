package org.tenuto.benchmarks;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.link.SnapshotReader;
import org.tenuto.simulator.broker.BadBroker;
import org.tenuto.simulator.broker.Manner;

/** Each way a broker can be, in turn, a good one before each bad one; several rounds of it. */
final class OutageRun {

  /** So long the broker has been as it is before anything counts. */
  private static final long SETTLE_MS = 3_000;

  /** Twice a cycle, so that hardly one is missed. */
  private static final int LOOK_NS = 500_000;

  private final Map<OutageClass, WakeUps> found = new EnumMap<>(OutageClass.class);
  private final StatusSnapshot snapshot = new StatusSnapshot();

  OutageRun() {
    for (OutageClass one : OutageClass.values()) {
      found.put(one, new WakeUps());
    }
  }

  /**
   * Measures.
   *
   * @param seconds of each class in each round
   * @throws IOException one line: what could not be started, or ended meanwhile
   */
  Map<OutageClass, WakeUps> measure(int seconds, int rounds)
      throws IOException, InterruptedException {
    int port = LocalBroker.freePort();
    try (OutageDevice device = new OutageDevice(port)) {
      SnapshotReader executor = device.executor();
      for (int round = 0; round < rounds; round++) {
        for (OutageClass one : OutageClass.values()) {
          if (one != OutageClass.FINE) {
            during(OutageClass.FINE, port, executor, seconds);
            during(one, port, executor, seconds);
            device.requireAlive();
          }
        }
      }
    }
    return found;
  }

  private void during(OutageClass one, int port, SnapshotReader executor, int seconds)
      throws IOException, InterruptedException {
    switch (one) {
      case DOWN -> look(one, executor, seconds);
      case FINE -> {
        try (LocalBroker _ = new LocalBroker(port)) {
          look(one, executor, seconds);
        }
      }
      default -> {
        try (BadBroker _ = new BadBroker(Manner.valueOf(one.name()), port)) {
          look(one, executor, seconds);
        }
      }
    }
  }

  private void look(OutageClass one, SnapshotReader executor, int seconds)
      throws IOException, InterruptedException {
    Thread.sleep(SETTLE_MS);
    WakeUps errors = Objects.requireNonNull(found.get(one));
    errors.apart();
    long cycles = errors.cycles();
    long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < endNs) {
      if (executor.read(snapshot)) {
        errors.take(snapshot);
      }
      Thread.sleep(0, LOOK_NS);
    }
    if (errors.cycles() == cycles) {
      throw new IOException("the executor's loop stood still while the broker was " + one.text());
    }
  }
}
