package org.tenuto.control.check;

import org.tenuto.alarm.AlarmCondition;
import org.tenuto.pump.DeliveryLedger;
import org.tenuto.pump.PumpReading;

/** The pump's own counter shows less than was commanded, beyond the tolerance. */
public final class UnderDelivery extends Check {

  private static final long NS_PER_MS = 1_000_000;
  private static final long MS_PER_H = 3_600_000;

  private final VolumeTolerance tolerance;

  public UnderDelivery(CheckThresholds thresholds) {
    tolerance = new VolumeTolerance(thresholds);
  }

  @Override
  public AlarmCondition condition() {
    return AlarmCondition.UNDER_DELIVERY;
  }

  @Override
  public boolean finds(Moment now) {
    PumpReading reading = now.reading;
    DeliveryLedger ledger = now.openLedger;
    if (ledger == null || !now.isToRun() || !CounterOfRun.speaks(reading)) {
      return false;
    }
    // What flowed since the counter was asked for, or before RUN was confirmed, is not missing.
    long unseenNs =
        (now.nowNs - reading.counterAskedNs) + (reading.runConfirmedNs - reading.runWrittenNs);
    long unseenNl = Math.ceilDiv(now.rateNlPerH * Math.ceilDiv(unseenNs, NS_PER_MS), MS_PER_H);
    long commandedNl = ledger.commandedNl();
    long accountedNl = reading.counterNl + reading.counterDigitNl + unseenNl;
    return accountedNl < commandedNl - tolerance.ofNl(commandedNl);
  }

  /** Whether a program the pump ended by itself left the order unfulfilled. */
  public boolean fallsShort(DeliveryLedger ledger) {
    return ledger.orderNl() - ledger.atLeastNl() > tolerance.ofNl(ledger.orderNl());
  }
}
