package org.tenuto.simulator.virtual;

import org.tenuto.telemetry.Envelope;

/** Hears what a device publishes, as the broker gets it. */
public interface WireTap {

  /**
   * A message reached the broker.
   *
   * @param nowNs virtual time, ns
   */
  void published(long nowNs, Envelope envelope);
}
