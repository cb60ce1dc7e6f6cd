package org.tenuto.alarm;

/**
 * Every alarm condition: priority, whether it latches until acknowledged, what it does to delivery,
 * the latency it is raised within, and what staff read. The order is part of the link's layout: add
 * at the end.
 */
public enum AlarmCondition {
  PUMP_LINE_LOST(
      AlarmPriority.HIGH, true, Effect.FAULT, 1_000, "Pump cable: no connection. Check the pump."),
  PUMP_SILENT(
      AlarmPriority.HIGH, true, Effect.FAULT, 1_000, "Pump does not answer. Check the pump."),
  PUMP_STOP_UNCONFIRMED(
      AlarmPriority.HIGH, true, Effect.FAULT, 600, "Stop not confirmed: use the red button."),
  PUMP_START_UNCONFIRMED(
      AlarmPriority.HIGH, true, Effect.FAULT, 1_000, "Start not confirmed. Check the pump."),
  PUMP_SETTING_REFUSED(
      AlarmPriority.HIGH, true, Effect.FAULT, 1_000, "Pump refused a setting. Check the pump."),
  PUMP_STALLED(
      AlarmPriority.HIGH, true, Effect.FAULT, 500, "Pump motor stalled. Check line and syringe."),
  PUMP_RESET(
      AlarmPriority.HIGH, true, Effect.FAULT, 500, "Pump was reset or lost power. Check the pump."),
  PUMP_WATCHDOG(
      AlarmPriority.HIGH, true, Effect.FAULT, 500, "Pump lost contact and stopped by itself."),
  PUMP_PROGRAM_ERROR(AlarmPriority.HIGH, true, Effect.FAULT, 500, "Pump reports a program error."),
  MOTION_WITHOUT_COMMAND(
      AlarmPriority.HIGH, true, Effect.FAULT, 500, "Pump moves without a command. Red button."),
  OVER_DELIVERY(
      AlarmPriority.HIGH, true, Effect.FAULT, 500, "More delivered than commanded. Check pump."),
  UNDER_DELIVERY(
      AlarmPriority.HIGH, true, Effect.FAULT, 500, "Less delivered than commanded. Check pump."),
  STALE_READING(
      AlarmPriority.HIGH, true, Effect.FAULT, 600, "No pump reading for 500 ms. Check the pump."),
  STATION_SILENT(
      AlarmPriority.HIGH,
      false,
      Effect.PAUSE,
      4_100,
      "Screen and record are gone: delivery paused."),
  EVENTS_LOST(AlarmPriority.HIGH, true, Effect.FAULT, 100, "Record overflow: delivery stopped."),
  CYCLE_OVERRUN(
      AlarmPriority.MEDIUM, true, Effect.NONE, 100, "Control loop was late by over 100 ms."),
  NEAR_COMPLETION(AlarmPriority.LOW, false, Effect.NONE, 100, "Infusion complete in under 3 min."),
  CONCENTRATION_CEILING(
      AlarmPriority.HIGH,
      true,
      Effect.FAULT,
      200,
      "Predicted concentration at the hard limit: delivery stopped.");

  /** What a condition does to delivery. */
  public enum Effect {
    NONE,
    /** Paused; staff may resume once it is gone. */
    PAUSE,
    /** Stopped and latched in FAULT; the order is over. */
    FAULT
  }

  private final AlarmPriority priority;
  private final boolean latching;
  private final Effect effect;
  private final int latencyMs;
  private final String text;

  AlarmCondition(
      AlarmPriority priority, boolean latching, Effect effect, int latencyMs, String text) {
    this.priority = priority;
    this.latching = latching;
    this.effect = effect;
    this.latencyMs = latencyMs;
    this.text = text;
  }

  public AlarmPriority priority() {
    return priority;
  }

  /** Whether the signals persist after the cause is gone until staff acknowledge. */
  public boolean latching() {
    return latching;
  }

  public Effect effect() {
    return effect;
  }

  /** From the cause to the signal, ms. */
  public int latencyMs() {
    return latencyMs;
  }

  /** What staff read: the condition and what to do, one line. */
  public String text() {
    return text;
  }

  /** This condition's bit in a set of conditions. */
  public long bit() {
    return 1L << ordinal();
  }
}
