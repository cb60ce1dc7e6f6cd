package org.tenuto.control.check;

import org.tenuto.alarm.AlarmCondition;
import org.tenuto.pump.PumpCapability;

/** More air in the line than is tolerated. */
public final class AirInLine extends Check {

  private final boolean sensor;
  private final long limitNl;

  public AirInLine(PumpCapability pump, CheckThresholds thresholds) {
    sensor = pump.air();
    limitNl = thresholds.nl(Threshold.AIR_UL);
  }

  @Override
  public AlarmCondition condition() {
    return AlarmCondition.AIR_IN_LINE;
  }

  @Override
  public boolean monitored() {
    return sensor;
  }

  @Override
  public boolean finds(Moment now) {
    return now.isShown() && now.reading.airKnown && now.reading.airNl > limitNl;
  }
}
