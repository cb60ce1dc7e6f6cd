package org.tenuto.control.check;

import org.tenuto.alarm.AlarmCondition;
import org.tenuto.dose.ReadBack;
import org.tenuto.pump.PumpFault;

/**
 * Less than a limit is left in syringe and set: the loaded volume, as staff said it, less what was
 * delivered at most. Needs no sensor. One object each for nearly empty and empty; empty it also is
 * when the pump finds its pusher at the forward end.
 */
public final class SyringeLevel extends Check {

  private final AlarmCondition condition;
  private final long limitNl;

  private SyringeLevel(AlarmCondition condition, long limitNl) {
    this.condition = condition;
    this.limitNl = limitNl;
  }

  /** Staff are told. */
  public static SyringeLevel nearlyEmpty(CheckThresholds thresholds) {
    return new SyringeLevel(
        AlarmCondition.SYRINGE_NEARLY_EMPTY, thresholds.nl(Threshold.NEARLY_EMPTY_UL));
  }

  /** The order can't go on. */
  public static SyringeLevel empty(CheckThresholds thresholds) {
    return new SyringeLevel(AlarmCondition.SYRINGE_EMPTY, thresholds.nl(Threshold.EMPTY_UL));
  }

  @Override
  public AlarmCondition condition() {
    return condition;
  }

  @Override
  public boolean finds(Moment now) {
    return isBelow(now) || isAtEnd(now);
  }

  private boolean isBelow(Moment now) {
    ReadBack order = now.order;
    return order != null
        && now.isOpen()
        && order.order().loadedNl() - now.ledger.atMostNl() < limitNl;
  }

  private boolean isAtEnd(Moment now) {
    return condition == AlarmCondition.SYRINGE_EMPTY
        && now.reading.fault == PumpFault.END_REACHED;
  }
}
