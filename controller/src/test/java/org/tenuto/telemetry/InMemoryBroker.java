package org.tenuto.telemetry;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A broker that does what a test says, under the test's clock. */
final class InMemoryBroker implements Broker {

  final List<Long> attemptsNs = new ArrayList<>();
  final List<Envelope> received = new ArrayList<>();
  final List<Envelope> lastWords = new ArrayList<>();
  final List<Envelope> wills = new ArrayList<>();
  final Queue<Runnable> unacknowledged = new ArrayDeque<>();
  boolean taking = true;
  boolean acknowledging = true;
  boolean full;
  @Nullable String down;

  @Override
  public BrokerLink connect(Envelope will, long nowNs) throws IOException {
    attemptsNs.add(nowNs);
    if (down != null) {
      throw new IOException(down);
    }
    return new Link(will);
  }

  List<Envelope> on(String topic) {
    return received.stream().filter(e -> e.topic().equals(topic)).toList();
  }

  private final class Link implements BrokerLink {

    private final Envelope will;

    Link(Envelope will) {
      this.will = will;
    }

    @Override
    public boolean connected() {
      return taking;
    }

    @Override
    public boolean publish(Envelope envelope, Runnable acknowledged) {
      if (full) {
        return false;
      }
      received.add(envelope);
      if (acknowledging) {
        acknowledged.run();
      } else {
        unacknowledged.add(acknowledged);
      }
      return true;
    }

    @Override
    public @Nullable String problem(long nowNs) {
      return down;
    }

    @Override
    public void close(Envelope last) {
      lastWords.add(last);
    }

    @Override
    public void abandon() {
      wills.add(will);
    }
  }
}
