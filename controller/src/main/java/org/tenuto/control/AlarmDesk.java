package org.tenuto.control;

import org.tenuto.alarm.AlarmCondition;
import org.tenuto.alarm.AlarmPanel;
import org.tenuto.alarm.Annunciator;
import org.tenuto.infusion.InfusionEvent;
import org.tenuto.infusion.NotDeliveringReason;

/** Raises and clears alarm conditions: reports them and lets them act on delivery. Loop thread. */
final class AlarmDesk {

  private static final AlarmCondition[] CONDITIONS = AlarmCondition.values();

  private final AlarmPanel panel;
  private final Annunciator annunciator;
  private final Delivery delivery;
  private final EventLog events;

  AlarmDesk(AlarmPanel panel, Annunciator annunciator, Delivery delivery, EventLog events) {
    this.panel = panel;
    this.annunciator = annunciator;
    this.delivery = delivery;
    this.events = events;
  }

  /** Sets whether a condition's cause is present; a new one is reported and acts at once. */
  void set(AlarmCondition condition, boolean present) {
    if (!present && !panel.isPresent(condition)) {
      return; // the usual cycle: nothing is there, as before
    }
    boolean wasActive = panel.isActive(condition);
    if (panel.set(condition, present)) {
      act(condition);
      events.send(new ExecutorEvent.AlarmRaised(events.stamp(), condition));
    } else if (wasActive && !panel.isActive(condition)) {
      events.send(new ExecutorEvent.AlarmCleared(events.stamp(), condition));
    }
  }

  private void act(AlarmCondition condition) {
    switch (condition.effect()) {
      case PAUSE -> delivery.halt(InfusionEvent.PAUSE_CONDITION, reasonToPause(condition));
      case FAULT -> delivery.halt(InfusionEvent.FAULT_CONDITION, NotDeliveringReason.ALARM);
      case NONE -> {
        // Signals only.
      }
    }
  }

  /** Why it is paused; said even after the condition is gone. */
  private static NotDeliveringReason reasonToPause(AlarmCondition condition) {
    return switch (condition) {
      case STATION_SILENT -> NotDeliveringReason.STATION_SILENT;
      case PAGE_GONE -> NotDeliveringReason.PAGE_GONE;
      default -> NotDeliveringReason.ALARM;
    };
  }

  /**
   * Staff pause the sound of the active conditions.
   *
   * @return false if none is active
   */
  boolean pauseAudio(long nowNs) {
    return annunciator.pauseAudio(nowNs);
  }

  /** Staff acknowledge: what latched and is gone is over, and reported so. */
  void acknowledge() {
    long before = panel.activeBits();
    panel.acknowledge();
    long over = before & ~panel.activeBits();
    for (AlarmCondition condition : CONDITIONS) {
      if ((over & condition.bit()) != 0) {
        events.send(new ExecutorEvent.AlarmCleared(events.stamp(), condition));
      }
    }
  }

  /** Whether an active condition forbids delivery. */
  boolean forbidsDelivery() {
    return panel.forbidsDelivery();
  }

  /** Whether the cause of a condition that faults is still present. */
  boolean faultPresent() {
    for (AlarmCondition condition : CONDITIONS) {
      if (condition.effect() == AlarmCondition.Effect.FAULT
          && (panel.presentBits() & condition.bit()) != 0) {
        return true;
      }
    }
    return false;
  }
}
