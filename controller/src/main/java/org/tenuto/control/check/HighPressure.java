package org.tenuto.control.check;

import org.tenuto.alarm.AlarmCondition;
import org.tenuto.pump.PumpCapability;

/** The pressure in the line reaches its limit: the line is closed somewhere. */
public final class HighPressure implements Check {

  private final boolean sensor;
  private final long limitPa;

  public HighPressure(PumpCapability pump, CheckThresholds thresholds) {
    sensor = pump.pressure();
    limitPa = thresholds.get(Threshold.PRESSURE_PA);
  }

  @Override
  public AlarmCondition condition() {
    return AlarmCondition.PRESSURE_HIGH;
  }

  @Override
  public boolean monitored() {
    return sensor;
  }

  @Override
  public boolean finds(Moment now) {
    return (now.isShown() || now.isToRun()) && now.reading.pressureKnown && now.reading.pressurePa >= limitPa;
  }
}
