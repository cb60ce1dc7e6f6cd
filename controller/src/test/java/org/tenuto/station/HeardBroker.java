package org.tenuto.station;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.telemetry.Broker;
import org.tenuto.telemetry.BrokerLink;
import org.tenuto.telemetry.Envelope;

/** A broker that takes everything at once and keeps it in the order it came. */
final class HeardBroker implements Broker, BrokerLink {

  final List<Envelope> heard = new ArrayList<>();

  @Override
  public BrokerLink connect(Envelope will, long nowNs) {
    return this;
  }

  @Override
  public boolean connected() {
    return true;
  }

  @Override
  public boolean publish(Envelope envelope, Runnable acknowledged) {
    heard.add(envelope);
    acknowledged.run();
    return true;
  }

  @Override
  public @Nullable String problem(long nowNs) {
    return null;
  }

  @Override
  public void close(Envelope last) {
    heard.add(last);
  }

  @Override
  public void abandon() {
    throw new IllegalStateException("a connection without a problem was abandoned");
  }
}
