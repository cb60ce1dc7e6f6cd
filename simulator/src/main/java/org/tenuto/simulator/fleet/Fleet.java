package org.tenuto.simulator.fleet;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tenuto.telemetry.MqttBroker;
import org.tenuto.telemetry.TelemetryConfig;

/** Devices that publish through one broker. Started once, closed once; any thread may look. */
final class Fleet implements AutoCloseable {

  /** Sender, receiver, callbacks, the connecting, the pinging. */
  private static final int TASKS_A_DEVICE = 5;

  /** They are switched on one after the other: a broker takes so many connections at a time. */
  private static final long BETWEEN_NS = 10_000_000;

  /** Longer than a goodbye to a broker that is gone takes. */
  private static final Duration CLOSED_IN = Duration.ofSeconds(8);

  private final List<FleetDevice> devices = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ScheduledExecutorService connections;

  /**
   * What a fleet is.
   *
   * @param devices how many, above 0
   * @param broker mqtt://host:port
   * @param spreadMs how far their wall clocks are off at most, ms; 0: they are this machine's
   */
  record Setup(int devices, String broker, String site, long seed, long spreadMs) {

    /** Where the device of this number, from 1, publishes. */
    TelemetryConfig config(int number) {
      int digits = Math.max(3, Integer.toString(devices).length());
      String name = String.format(Locale.ROOT, "sim-%0" + digits + "d", number);
      return TelemetryConfig.of(broker, site, name);
    }
  }

  /** Everybody's connections run on virtual threads: Paho has four for each. */
  Fleet(Setup setup, List<Recording> recordings, InstantSource wall) {
    connections =
        Executors.newScheduledThreadPool(
            setup.devices * TASKS_A_DEVICE, Thread.ofVirtual().name("mqtt-", 0).factory());
    SplittableRandom random = new SplittableRandom(setup.seed);
    long nowNs = System.nanoTime();
    for (int number = 1; number <= setup.devices; number++) {
      SplittableRandom own = random.split();
      TelemetryConfig config = setup.config(number);
      Playing playing = new Playing(recordings, own, nowNs);
      Clocks clocks = Clocks.draw(wall, setup.spreadMs, own);
      devices.add(
          new FleetDevice(config.device(), new MqttBroker(config, connections), playing, clocks));
    }
  }

  /** Begins; returns at once, whether there is a broker or not. */
  void start() {
    for (int i = 0; i < devices.size(); i++) {
      FleetDevice device = devices.get(i);
      long afterNs = i * BETWEEN_NS;
      threads.add(
          Thread.ofVirtual().name("device-" + (i + 1)).start(() -> device.live(afterNs, closing)));
    }
  }

  /** How many the broker has now. */
  long connected() {
    return devices.stream().filter(device -> device.state().connected()).count();
  }

  /** Why one of those that are not connected is not; null if all are. */
  @Nullable String problem() {
    return devices.stream()
        .map(FleetDevice::state)
        .filter(state -> !state.connected() && !state.problem().isEmpty())
        .map(state -> state.problem())
        .findFirst()
        .orElse(null);
  }

  /** Has every device say OFFLINE and disconnect; returns within some seconds. */
  @Override
  public void close() {
    closing.countDown();
    long endNs = System.nanoTime() + CLOSED_IN.toNanos();
    try {
      for (Thread thread : threads) {
        thread.join(Duration.ofNanos(Math.max(1, endNs - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    connections.shutdownNow();
    closed.countDown();
  }

  /** Waits so long for somebody to close it, ms. */
  boolean isClosedWithin(long waitMs) throws InterruptedException {
    return closed.await(waitMs, TimeUnit.MILLISECONDS);
  }
}
