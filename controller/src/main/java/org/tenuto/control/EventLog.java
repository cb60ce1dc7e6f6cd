package org.tenuto.control;

import org.tenuto.control.ExecutorEvent.Answer;
import org.tenuto.control.ExecutorEvent.Stamp;
import org.tenuto.control.StationCommand.Header;
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

  /** A command is carried out. */
  void accept(Header header) {
    answer(header, Answer.ACCEPTED, "ACCEPTED", "");
  }

  /** A command is refused, with one line for staff. */
  void refuse(Header header, String code, String text) {
    answer(header, Answer.REFUSED, code, text);
  }

  /** A command was overtaken by Stop or Pause. */
  void refuseAsHalted(Header header) {
    refuse(header, "HALTED_SINCE", "Stop or Pause was pressed after this: nothing was done.");
  }

  void answer(Header header, Answer answer, String code, String text) {
    send(
        new ExecutorEvent.Answered(
            stamp(),
            header.stationBootId(),
            header.seq(),
            header.journalSeq(),
            answer,
            code,
            text));
  }

  long lastSeq() {
    return seq;
  }

  /** Events that came after the ring had run full: into its last places, or dropped. */
  long dropped() {
    return dropped;
  }
}
