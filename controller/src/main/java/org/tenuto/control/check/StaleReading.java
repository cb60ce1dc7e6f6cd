package org.tenuto.control.check;

import org.tenuto.alarm.AlarmCondition;
import org.tenuto.pump.PumpReading;
import org.tenuto.pump.PumpState;

/** The last reading of a running pump's counter is too old to be knowledge. */
public final class StaleReading extends Check {

  private final long oldestNs;

  public StaleReading(CheckThresholds thresholds) {
    oldestNs = thresholds.ns(Threshold.READING_AGE_MS);
  }

  @Override
  public AlarmCondition condition() {
    return AlarmCondition.STALE_READING;
  }

  @Override
  public boolean finds(Moment now) {
    PumpReading reading = now.reading;
    return now.isToRun()
        && reading.state == PumpState.RUNNING
        && now.nowNs - Math.max(reading.counterNs, reading.runConfirmedNs) > oldestNs;
  }
}
