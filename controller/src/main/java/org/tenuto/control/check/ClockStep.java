package org.tenuto.control.check;

import org.tenuto.alarm.AlarmCondition;

/**
 * The wall clock was set: it parted from the monotonic one. Nothing is dosed by it, but how long ago
 * earlier doses were is unknown from then on. Both are slewed alike, so only a step parts them.
 */
public final class ClockStep extends Check {

  private static final long NS_PER_MS = 1_000_000;

  private final long stepMs;
  private boolean begun;
  private long offsetMs;

  public ClockStep(CheckThresholds thresholds) {
    stepMs = thresholds.get(Threshold.CLOCK_STEP_MS);
  }

  @Override
  public AlarmCondition condition() {
    return AlarmCondition.CLOCK_STEPPED;
  }

  @Override
  public boolean finds(Moment now) {
    if (!now.wallKnown) {
      return false;
    }
    long nowMs = now.wallMs - Math.floorDiv(now.nowNs, NS_PER_MS);
    boolean stepped = begun && Math.abs(nowMs - offsetMs) > stepMs;
    if (stepped || !begun) {
      begun = true;
      offsetMs = nowMs;
    }
    return stepped;
  }
}
