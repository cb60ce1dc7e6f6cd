package org.tenuto.control;

/**
 * The station's lease on delivery: renewed by each heartbeat, which the station earns by making
 * events durable; judged by the executor's own clock. Loop thread only.
 */
final class DeliveryLease {

  /** Design: four seconds without a durable record pause the delivery. */
  static final long LEASE_NS = 4_000_000_000L;

  private long heartbeat;
  private long renewedNs;
  private boolean held;

  /**
   * Looks at the station once a cycle. That a station came back renews nothing: only what it made
   * durable does.
   */
  void look(long stationHeartbeat, long nowNs) {
    if (stationHeartbeat != heartbeat) {
      heartbeat = stationHeartbeat;
      renewedNs = nowNs;
      held = true;
    }
  }

  /** Whether a station is there and kept the record within the lease. */
  boolean isHeld(long nowNs) {
    return held && nowNs - renewedNs < LEASE_NS;
  }
}
