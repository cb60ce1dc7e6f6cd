package org.tenuto.simulator.fleet;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tenuto.telemetry.Broker;
import org.tenuto.telemetry.LinkState;
import org.tenuto.telemetry.TelemetryPublisher;

/** One device of the fleet, on a virtual thread of its own. */
final class FleetDevice {

  private final Playing playing;
  private final PlayedEvents events;
  private final TelemetryPublisher publisher;

  /**
   * Not connected yet.
   *
   * @param broker takes its connections
   */
  FleetDevice(String name, Broker broker, Playing playing, Clocks clocks) {
    OrderIds ids = new OrderIds(name);
    this.playing = playing;
    events = new PlayedEvents(playing, clocks, ids);
    publisher =
        new TelemetryPublisher(
            new SilencedBroker(broker, playing),
            events,
            new PlayedState(playing, clocks, ids),
            clocks);
  }

  /** How it fares; any thread. */
  LinkState state() {
    return publisher.state();
  }

  /** A moment of its life. */
  void tick(long nowNs) {
    playing.advance(nowNs);
    events.advance();
    publisher.tick(nowNs);
  }

  /** Switched on after a while; lives until {@code closing}, then says goodbye. */
  void live(long afterNs, CountDownLatch closing) {
    try {
      if (closing.await(afterNs, TimeUnit.NANOSECONDS)) {
        return;
      }
      do {
        tick(System.nanoTime());
      } while (!closing.await(TelemetryPublisher.TICK_NS, TimeUnit.NANOSECONDS));
      publisher.close(System.nanoTime());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody but the end of the process does this
    }
  }
}
