package org.tenuto.simulator.boundary;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.PresentFaults;
import org.tenuto.telemetry.BrokerLink;
import org.tenuto.telemetry.Envelope;

/** One connection to the modelled broker, with the patience of a real one. One thread. */
final class ModelledLink implements BrokerLink {

  private static final long NS_PER_MS = 1_000_000;

  /** As the real link: a connection not taken by then is given up. */
  private static final long CONNECT_NS = 3_000 * NS_PER_MS;

  /** As the real link: a broker that acknowledges nothing for so long is taken for gone. */
  private static final long SILENCE_NS = 15_000 * NS_PER_MS;

  private record Owed(long dueNs, Runnable acknowledged) {}

  private final ModelledBroker broker;
  private final Envelope will;
  private final long begunNs;
  private final PresentFaults present;
  private final RandomGenerator random;
  private final Queue<Owed> owed = new ArrayDeque<>();
  private boolean connected;
  private boolean ended;
  private @Nullable String problem;
  private int messages;
  private long heardNs;

  /** Messages taken that will never be acknowledged. */
  private int forgotten;

  ModelledLink(
      ModelledBroker broker,
      Envelope will,
      long begunNs,
      PresentFaults present,
      RandomGenerator random) {
    this.broker = broker;
    this.will = will;
    this.begunNs = begunNs;
    this.present = present;
    this.random = random;
    this.heardNs = begunNs;
  }

  /** Takes the connection, and runs the acknowledgements that have come. */
  void advance(long nowNs) {
    connected |= nowNs >= begunNs + lateByNs();
    while (!ended && !owed.isEmpty() && owed.element().dueNs() <= nowNs) {
      heardNs = nowNs;
      owed.remove().acknowledged().run();
    }
  }

  private long lateByNs() {
    return present.size(FaultKind.BROKER_SLOW) * NS_PER_MS;
  }

  @Override
  public boolean connected() {
    return connected;
  }

  @Override
  public boolean publish(Envelope envelope, Runnable acknowledged) {
    if (ended || !connected) {
      return false;
    }
    messages++;
    if (broker.trips() || hangsUp()) {
      if (random.nextBoolean()) {
        broker.take(envelope);
      }
      lose("connection lost");
      return true;
    }
    if (present.has(FaultKind.BROKER_REFUSAL)) {
      refuse(envelope, acknowledged);
      return true;
    }
    broker.take(envelope);
    acknowledge(envelope, acknowledged);
    return true;
  }

  private boolean hangsUp() {
    return present.has(FaultKind.BROKER_HANGUP) && messages > present.size(FaultKind.BROKER_HANGUP);
  }

  /** Of QoS 0 a broker does not say that it refuses it. */
  private void refuse(Envelope envelope, Runnable acknowledged) {
    if (envelope.qos() == 0) {
      acknowledged.run();
    } else {
      problem =
          "broker refused a message, reason code 0x"
              + Long.toHexString(present.size(FaultKind.BROKER_REFUSAL));
    }
  }

  private void acknowledge(Envelope envelope, Runnable acknowledged) {
    if (envelope.qos() == 0) {
      acknowledged.run();
      return;
    }
    long nowNs = broker.nowNs();
    if (owed.isEmpty() && forgotten == 0) {
      heardNs = nowNs; // silence counts from the first that waits
    }
    if (present.has(FaultKind.BROKER_UNACKNOWLEDGING)) {
      forgotten++;
    } else {
      owed.add(new Owed(nowNs + lateByNs(), acknowledged));
    }
  }

  @Override
  public @Nullable String problem(long nowNs) {
    if (problem != null) {
      return problem;
    }
    if (!connected) {
      return nowNs - begunNs > CONNECT_NS
          ? "Timed out waiting for the broker to take the connection"
          : null;
    }
    boolean waiting = !owed.isEmpty() || forgotten > 0;
    return waiting && nowNs - heardNs > SILENCE_NS ? "broker acknowledges nothing" : null;
  }

  /** The broker is gone, or has thrown us out: what it owes it never gives. */
  void lose(String why) {
    problem = why;
    end(true);
  }

  @Override
  public void close(Envelope last) throws IOException {
    boolean heard = connected && !ended;
    if (heard) {
      broker.take(last);
    }
    end(!heard);
    if (!heard) {
      throw new IOException(problem == null ? "not connected" : problem);
    }
  }

  @Override
  public void abandon() {
    end(true);
  }

  private void end(boolean withoutGoodbye) {
    if (!ended && connected && withoutGoodbye) {
      broker.take(will);
    }
    ended = true;
    owed.clear();
    broker.ended(this);
  }
}
