package org.tenuto.driver.newera;

import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpReading;

/** The rules by which what was heard enters the reading. */
final class Knowledge {

  private final PumpReading reading;
  private boolean counterOfOrder;

  Knowledge(PumpReading reading) {
    this.reading = reading;
  }

  /** Keeps the first fault: what follows from it is no news. */
  void latch(PumpFault fault) {
    if (reading.fault == PumpFault.NONE) {
      reading.fault = fault;
    }
  }

  /** Nobody knows whether the pump moves: that matters more than what came before. */
  void replace(PumpFault fault) {
    reading.fault = fault;
  }

  /** An alarm: what the pump was counting is lost with a reset. */
  void hearAlarm(Reply reply, boolean latched) {
    PumpFault fault = Faults.ofAlarm(reply.alarm());
    if (latched) {
      latch(fault);
    }
    if (fault == PumpFault.RESET) {
      forgetCounter();
    }
  }

  /** A new program: nothing is known of it yet. */
  void beginProgram(boolean firstOfOrder) {
    reading.finished = false;
    reading.runWrittenNs = 0;
    reading.runConfirmedNs = 0;
    reading.stoppedNs = 0;
    if (firstOfOrder) {
      forgetCounter();
    }
  }

  /** A reply without a check may show S by flipped bits: it moves things on, it proves nothing. */
  void markStill(Reply reply, long nowNs) {
    if (reply.safe() && (reading.mayMove || reading.stoppedNs == 0)) {
      reading.mayMove = false;
      reading.stoppedNs = nowNs;
    }
  }

  /** The pump's counter was read as 0 for a new order: from here it counts that order. */
  void trustCounter() {
    counterOfOrder = true;
  }

  /** The pump's counter does not count this order any more. */
  void forgetCounter() {
    counterOfOrder = false;
    reading.counterKnown = false;
  }

  /** Enters a reading of the counter, if it counts the order. */
  void book(VolumeCounter counter, long askedNs, long nowNs) {
    if (!counterOfOrder) {
      return;
    }
    reading.counterKnown = true;
    reading.counterNl = counter.infusedNl();
    reading.counterDigitNl = counter.digitNl();
    reading.counterAskedNs = askedNs;
    reading.counterNs = nowNs;
    reading.counterCount++;
  }
}
