package org.tenuto.control.check;

import org.tenuto.alarm.AlarmCondition;
import org.tenuto.pump.PumpCapability;
import org.tenuto.pump.PumpReading;

/** A sensor that the pump has says nothing, or nothing new: it is not taken to say all is well. */
public final class SilentSensor extends Check {

  private final PumpCapability pump;
  private final long oldestNs;

  public SilentSensor(PumpCapability pump, CheckThresholds thresholds) {
    this.pump = pump;
    oldestNs = thresholds.ns(Threshold.READING_AGE_MS);
  }

  @Override
  public AlarmCondition condition() {
    return AlarmCondition.SENSOR_SILENT;
  }

  @Override
  public boolean monitored() {
    return pump.pressure() || pump.air() || pump.plunger();
  }

  @Override
  public boolean finds(Moment now) {
    PumpReading reading = now.reading;
    boolean missing =
        (pump.pressure() && !reading.pressureKnown)
            || (pump.air() && !reading.airKnown)
            || (pump.plunger() && !reading.plungerKnown);
    return now.isShown() && (missing || !isFresh(reading, now.nowNs));
  }

  /** Whether what the sensors told is young enough to go by. */
  public boolean isFresh(PumpReading reading, long nowNs) {
    return nowNs - reading.sensorsNs <= oldestNs;
  }
}
