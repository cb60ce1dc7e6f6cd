package org.tenuto.control.check;

import org.tenuto.alarm.AlarmCondition;
import org.tenuto.infusion.InfusionState;
import org.tenuto.pump.PumpCapability;

/**
 * The pressure in the line rises fast, judged from second to second: a line that is closing shows
 * before its limit is reached, above all at low flow.
 */
public final class RisingPressure extends Check {

  private static final long WINDOW_NS = 1_000_000_000;
  private static final long NS_PER_MS = 1_000_000;
  private static final long MS_PER_S = 1_000;

  private final boolean monitored;
  private final long limitPaPerS;
  private boolean begun;
  private long fromPa;
  private long fromNs;
  private boolean rising;

  public RisingPressure(PumpCapability pump, CheckThresholds thresholds) {
    limitPaPerS = thresholds.get(Threshold.PRESSURE_RISE_PA_PER_S);
    monitored = pump.pressure() && limitPaPerS != Threshold.OFF;
  }

  @Override
  public AlarmCondition condition() {
    return AlarmCondition.PRESSURE_RISING;
  }

  @Override
  public boolean monitored() {
    return monitored;
  }

  @Override
  public boolean finds(Moment now) {
    if (now.state != InfusionState.INFUSING || !now.reading.pressureKnown) {
      begun = false;
      rising = false;
    } else if (!begun) {
      begin(now.reading.pressurePa, now.nowNs);
    } else if (now.nowNs - fromNs >= WINDOW_NS) {
      long ms = (now.nowNs - fromNs) / NS_PER_MS;
      rising = (now.reading.pressurePa - fromPa) * MS_PER_S > limitPaPerS * ms;
      begin(now.reading.pressurePa, now.nowNs);
    }
    return rising;
  }

  private void begin(long pressurePa, long nowNs) {
    begun = true;
    fromPa = pressurePa;
    fromNs = nowNs;
  }
}
