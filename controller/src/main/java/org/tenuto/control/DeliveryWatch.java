package org.tenuto.control;

import org.jspecify.annotations.Nullable;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.pump.DeliveryLedger;
import org.tenuto.pump.PumpReading;
import org.tenuto.pump.PumpState;

/**
 * Independent checks of a running delivery against the pump's own counter and the age of what it
 * said. Loop thread only; allocates nothing.
 */
final class DeliveryWatch {

  /** A reading older than this is not knowledge. */
  static final long STALE_NS = 500_000_000L;

  /**
   * Mismatch of counter and command that is tolerated: the larger of 1 % and 20 µL. Our proposal;
   * pumps are allowed 5 % over hours (GIP v1.0, requirement 1.2.1). The order itself is no subject
   * of it.
   */
  static final long TOLERANCE_NL = 20_000;

  private static final long TOLERANCE_DIVISOR = 100;
  private static final long NS_PER_MS = 1_000_000;
  private static final long MS_PER_H = 3_600_000;

  /** The condition that the present reading shows; null if it shows none. */
  @Nullable AlarmCondition check(
      PumpReading reading, DeliveryLedger ledger, long rateNlPerH, long nowNs) {
    if (reading.state == PumpState.STOPPED && !reading.finished) {
      return AlarmCondition.PUMP_START_UNCONFIRMED;
    }
    if (reading.state != PumpState.RUNNING) {
      return null;
    }
    if (nowNs - Math.max(reading.counterNs, reading.runConfirmedNs) > STALE_NS) {
      return AlarmCondition.STALE_READING;
    }
    if (!reading.counterKnown || reading.counterAskedNs < reading.runConfirmedNs) {
      return null;
    }
    long toleranceNl = toleranceNl(ledger.commandedNl());
    long provenNl = reading.counterNl - reading.counterDigitNl;
    if (provenNl > ledger.orderNl() || provenNl > ledger.commandedNl() + toleranceNl) {
      return AlarmCondition.OVER_DELIVERY;
    }
    // What flowed since the counter was asked for, or before RUN was confirmed, is not missing.
    long unseenNs =
        (nowNs - reading.counterAskedNs) + (reading.runConfirmedNs - reading.runWrittenNs);
    long unseenNl = Math.ceilDiv(rateNlPerH * Math.ceilDiv(unseenNs, NS_PER_MS), MS_PER_H);
    long accountedNl = reading.counterNl + reading.counterDigitNl + unseenNl;
    return accountedNl < ledger.commandedNl() - toleranceNl ? AlarmCondition.UNDER_DELIVERY : null;
  }

  /** Whether a program the pump ended by itself left the order unfulfilled. */
  boolean fallsShort(DeliveryLedger ledger) {
    return ledger.orderNl() - ledger.atLeastNl() > toleranceNl(ledger.orderNl());
  }

  private static long toleranceNl(long volumeNl) {
    return Math.max(TOLERANCE_NL, volumeNl / TOLERANCE_DIVISOR);
  }
}
