package org.tenuto.control;

/**
 * The station's lease on delivery: renewed by each heartbeat, which the station earns by making
 * events durable; judged by the executor's own clock. Loop thread only.
 */
final class DeliveryLease {

  private final long leaseNs;
  private long heartbeat;
  private long renewedNs;
  private boolean held;

  /**
   * Nobody holds it yet.
   *
   * @param leaseNs how long a heartbeat is good for, ns
   */
  DeliveryLease(long leaseNs) {
    this.leaseNs = leaseNs;
  }

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
    return held && nowNs - renewedNs < leaseNs;
  }
}
