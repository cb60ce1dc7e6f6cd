package org.tenuto.simulator.fleet;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tenuto.telemetry.Broker;
import org.tenuto.telemetry.BrokerLink;
import org.tenuto.telemetry.Envelope;

/**
 * A broker that cannot be reached while the recording is silent: the connection is dropped without
 * a goodbye, and the broker says the will.
 */
record SilencedBroker(Broker broker, Playing playing) implements Broker {

  private static final String SILENT = "silent, as recorded";

  @Override
  public BrokerLink connect(Envelope will, long nowNs) throws IOException {
    if (playing.isSilent()) {
      throw new IOException(SILENT);
    }
    return new Link(broker.connect(will, nowNs), playing);
  }

  @Override
  public String toString() {
    return broker.toString();
  }

  private record Link(BrokerLink link, Playing playing) implements BrokerLink {

    @Override
    public boolean connected() {
      return link.connected();
    }

    @Override
    public boolean publish(Envelope envelope, Runnable acknowledged) {
      return !playing.isSilent() && link.publish(envelope, acknowledged);
    }

    @Override
    public @Nullable String problem(long nowNs) {
      return playing.isSilent() ? SILENT : link.problem(nowNs);
    }

    @Override
    public void close(Envelope last) throws IOException {
      link.close(last);
    }

    @Override
    public void abandon() {
      link.abandon();
    }
  }
}
