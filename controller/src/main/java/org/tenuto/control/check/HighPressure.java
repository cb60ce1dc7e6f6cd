package org.tenuto.control.check;

import org.tenuto.alarm.AlarmCondition;
import org.tenuto.pump.PumpCapability;

/**
 * The pressure in the line reaches its limit: the line is closed somewhere. It is over when the
 * pressure has fallen to half the limit (our design): what a blocked line holds stands just below
 * the limit for long, and the sensor's noise alone must not make it come and go, nor anybody resume
 * into it.
 */
public final class HighPressure extends Check {

  private final boolean sensor;
  private final long limitPa;
  private boolean high;

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
    if (!now.isShown() && !now.isToRun()) {
      high = false;
    } else if (now.reading.pressureKnown) {
      high = now.reading.pressurePa >= (high ? limitPa / 2 : limitPa);
    }
    return high;
  }
}
