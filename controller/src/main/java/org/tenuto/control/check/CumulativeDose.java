package org.tenuto.control.check;

import org.tenuto.alarm.AlarmCondition;
import org.tenuto.dose.ReadBack;

/**
 * More drug than was read back for the whole order, by <em>at most</em>. Independent of volumes and
 * phases: what was ordered comes from dose and weight, not from what the pump was told.
 */
public final class CumulativeDose extends Check {

  private final GivenDrug given;

  public CumulativeDose(CheckThresholds thresholds) {
    given = new GivenDrug(thresholds);
  }

  @Override
  public AlarmCondition condition() {
    return AlarmCondition.CUMULATIVE_DOSE;
  }

  @Override
  public boolean finds(Moment now) {
    ReadBack order = now.order;
    return order != null
        && now.isOpen()
        && GivenDrug.atMostNg(now, order) > order.orderedNg() + given.toleratedNg(now, order);
  }
}
