package org.tenuto.control.check;

import org.tenuto.alarm.AlarmCondition;
import org.tenuto.infusion.InfusionState;

/** The loop woke later than is tolerated; a process that is starting is forgiven. */
public final class LateCycle extends Check {

  private final long limitNs;

  public LateCycle(CheckThresholds thresholds) {
    limitNs = thresholds.ns(Threshold.CYCLE_LATE_MS);
  }

  @Override
  public AlarmCondition condition() {
    return AlarmCondition.CYCLE_OVERRUN;
  }

  @Override
  public boolean finds(Moment now) {
    return now.state != InfusionState.SELF_TEST && now.skippedNs >= limitNs;
  }
}
