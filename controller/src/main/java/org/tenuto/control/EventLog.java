package org.tenuto.control;

import org.tenuto.control.ExecutorEvent.Stamp;
import org.tenuto.infusion.Infusion;

/** Stamps events, numbers them without a gap and hands them to the station. Loop thread only. */
final class EventLog {

  private final StationPort station;
  private final Infusion infusion;
  private long seq;
  private long cycle;
  private long nowNs;
  private long dropped;

  EventLog(StationPort station, Infusion infusion) {
    this.station = station;
    this.infusion = infusion;
  }

  /** A new cycle begins; what is stamped until the next call happened in it. */
  void at(long newCycle, long newNowNs) {
    cycle = newCycle;
    nowNs = newNowNs;
  }

  /** A stamp with the next sequence number. */
  Stamp stamp() {
    var ledger = infusion.ledger();
    return new Stamp(
        ++seq,
        cycle,
        nowNs,
        infusion.state(),
        infusion.orderNonce(),
        ledger.commandedNl(),
        ledger.atLeastNl(),
        ledger.atMostNl());
  }

  void send(ExecutorEvent event) {
    if (!station.offer(event)) {
      dropped++;
    }
  }

  long lastSeq() {
    return seq;
  }

  /** Events that came after the ring had run full: into its last places, or dropped. */
  long dropped() {
    return dropped;
  }
}
