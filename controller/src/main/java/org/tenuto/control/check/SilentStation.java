package org.tenuto.control.check;

import org.tenuto.alarm.AlarmCondition;

/**
 * Nobody keeps the record of an open order or of a priming. That is so until somebody does again,
 * though what it ended is over.
 */
public final class SilentStation extends Check {

  private boolean silent;

  @Override
  public AlarmCondition condition() {
    return AlarmCondition.STATION_SILENT;
  }

  @Override
  public boolean finds(Moment now) {
    silent = (silent || now.isOpen() || now.isToRun()) && !now.recordKept;
    return silent;
  }
}
