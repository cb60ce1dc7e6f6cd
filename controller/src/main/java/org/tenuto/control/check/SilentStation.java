package org.tenuto.control.check;

import org.tenuto.alarm.AlarmCondition;

/** Nobody keeps the record of an open order. */
public final class SilentStation implements Check {

  @Override
  public AlarmCondition condition() {
    return AlarmCondition.STATION_SILENT;
  }

  @Override
  public boolean finds(Moment now) {
    return now.isOpen() && !now.recordKept;
  }
}
