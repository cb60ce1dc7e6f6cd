package org.tenuto.control.check;

import org.tenuto.alarm.AlarmCondition;

/** An event was lost since the last cycle while an order has a past: its record has a gap. */
public final class LostEvents extends Check {

  private long seen;

  @Override
  public AlarmCondition condition() {
    return AlarmCondition.EVENTS_LOST;
  }

  @Override
  public boolean finds(Moment now) {
    boolean lost = now.droppedEvents != seen;
    seen = now.droppedEvents;
    return lost && now.openLedger != null;
  }
}
