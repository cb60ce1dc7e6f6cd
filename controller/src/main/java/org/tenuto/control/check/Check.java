package org.tenuto.control.check;

import org.tenuto.alarm.AlarmCondition;

/** One independent check. Loop thread only. */
public abstract class Check {

  /** What it raises. */
  public abstract AlarmCondition condition();

  /**
   * Whether the cause is there now. Called once in every cycle, whatever the state; a cause that is
   * an instant is there in one cycle. Never for a check that is not {@link #monitored}.
   */
  public abstract boolean finds(Moment now);

  /** Whether the sensor and the limit that it needs exist; never changes. */
  public boolean monitored() {
    return true;
  }
}
