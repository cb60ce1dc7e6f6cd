package org.tenuto.simulator.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.PresentFaults;
import org.tenuto.telemetry.Broker;
import org.tenuto.telemetry.BrokerLink;
import org.tenuto.telemetry.Envelope;

/**
 * A broker in memory: takes what is published, and does to its publishers what brokers do. Beyond
 * it nobody subscribes; {@link #received} is what they would see. One thread, who also moves the
 * time: acknowledgements run in {@link #advance}.
 */
public final class ModelledBroker implements Broker {

  private final PresentFaults present;
  private final RandomGenerator random;
  private final Tripwire tripwire;
  private final Received received = new Received();
  private Consumer<Envelope> watcher = _ -> {};

  /** Connections that are neither closed nor lost; more than one only if one was forgotten. */
  private final List<ModelledLink> open = new ArrayList<>();

  private long nowNs;
  private int attempts;

  /**
   * A broker that is there and has got nothing.
   *
   * @param present what goes wrong now
   * @param random whether the last message before a hang-up still came through
   * @param tripwire counts connections tried and messages
   */
  public ModelledBroker(PresentFaults present, RandomGenerator random, Tripwire tripwire) {
    this.present = present;
    this.random = random;
    this.tripwire = tripwire;
  }

  /**
   * Lets connections be taken, acknowledgements arrive, and a broker that is down lose everybody.
   * Costs a comparison while nobody is connected.
   *
   * @param newNowNs monotonic ns, never less than before
   */
  public void advance(long newNowNs) {
    nowNs = newNowNs;
    if (open.isEmpty()) {
      return;
    }
    if (present.has(FaultKind.BROKER_DOWN)) {
      List.copyOf(open).forEach(link -> link.lose("connection lost"));
      return;
    }
    for (int i = 0; i < open.size(); i++) {
      open.get(i).advance(newNowNs);
    }
  }

  @Override
  public BrokerLink connect(Envelope will, long atNs) {
    attempts++;
    nowNs = atNs;
    ModelledLink link = new ModelledLink(this, will, atNs, present, random);
    open.add(link);
    if (tripwire.trips() || present.has(FaultKind.BROKER_DOWN)) {
      link.lose("Unable to connect to server: Connection refused");
    }
    return link;
  }

  /** How often somebody tried to connect. */
  public int attempts() {
    return attempts;
  }

  /** What came, in its order. */
  public Received received() {
    return received;
  }

  /** Whether the connection fails at this message. */
  boolean trips() {
    return tripwire.trips();
  }

  /** Somebody looks at each message that comes. */
  public void watchedBy(Consumer<Envelope> watching) {
    watcher = watching;
  }

  void take(Envelope envelope) {
    watcher.accept(envelope);
    received.take(envelope);
  }

  void ended(ModelledLink link) {
    open.remove(link);
  }

  long nowNs() {
    return nowNs;
  }

  @Override
  public String toString() {
    return "modelled broker";
  }
}
