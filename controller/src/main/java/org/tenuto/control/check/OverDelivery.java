package org.tenuto.control.check;

import org.tenuto.alarm.AlarmCondition;
import org.tenuto.pump.DeliveryLedger;

/**
 * The pump's own counter proves more than was commanded, beyond the tolerance, or more than was
 * ordered, for which there is no tolerance but the counter's own digit.
 */
public final class OverDelivery extends Check {

  private final VolumeTolerance tolerance;

  public OverDelivery(CheckThresholds thresholds) {
    tolerance = new VolumeTolerance(thresholds);
  }

  @Override
  public AlarmCondition condition() {
    return AlarmCondition.OVER_DELIVERY;
  }

  @Override
  public boolean finds(Moment now) {
    DeliveryLedger ledger = now.openLedger;
    if (ledger == null || !now.isToRun() || !CounterOfRun.speaks(now.reading)) {
      return false;
    }
    long commandedNl = ledger.commandedNl();
    long provenNl = now.reading.counterNl - now.reading.counterDigitNl;
    return provenNl > ledger.orderNl() || provenNl > commandedNl + tolerance.ofNl(commandedNl);
  }
}
