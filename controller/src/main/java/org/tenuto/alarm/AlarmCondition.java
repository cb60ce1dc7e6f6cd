package org.tenuto.alarm;

import static org.tenuto.alarm.AlarmCondition.Effect.FAULT;
import static org.tenuto.alarm.AlarmCondition.Effect.NONE;
import static org.tenuto.alarm.AlarmCondition.Effect.PAUSE;
import static org.tenuto.alarm.HarmOnset.DELAYED;
import static org.tenuto.alarm.HarmOnset.IMMEDIATE;
import static org.tenuto.alarm.HarmOnset.PROMPT;
import static org.tenuto.alarm.PotentialResult.IRREVERSIBLE;
import static org.tenuto.alarm.PotentialResult.MINOR;
import static org.tenuto.alarm.PotentialResult.REVERSIBLE;

/**
 * Every alarm condition: its risk (the priority follows), whether it latches until acknowledged,
 * what it does to delivery, the latency it is raised within, what it is raised for, and what staff
 * read. The order is part of the link's layout: add at the end.
 *
 * <p>Result and onset are our judgement. A pump of which nobody knows what it does may deliver too
 * much of an anaesthetic: irreversible, within minutes. A delivery that was stopped or falls short
 * leaves a sedated patient without what was ordered: reversible, at once. Without a record the next
 * dose is given on top of an unknown one, and a delivery that nobody can see nobody stops. The latencies are our design, provoked by {@code
 * AlarmLatencyTest}.
 */
public enum AlarmCondition {
  PUMP_LINE_LOST(
      Risk.of(IRREVERSIBLE, PROMPT, "2.10", "4.4"),
      true,
      FAULT,
      1_000,
      "the serial line is gone",
      "Pump cable: no connection. Check the pump."),
  PUMP_SILENT(
      Risk.of(IRREVERSIBLE, PROMPT, "2.10", "4.4"),
      true,
      FAULT,
      1_000,
      "the pump stops answering",
      "Pump does not answer. Check the pump."),
  PUMP_STOP_UNCONFIRMED(
      Risk.of(IRREVERSIBLE, IMMEDIATE, "4.4", "5.10"),
      true,
      FAULT,
      600,
      "a stop that the pump does not confirm",
      "Stop not confirmed. Use the red button."),
  PUMP_START_UNCONFIRMED(
      Risk.of(IRREVERSIBLE, PROMPT, "1.10", "4.4"),
      true,
      FAULT,
      1_000,
      "a start that the pump does not confirm, or a pump that stands though started",
      "Start not confirmed. Check the pump."),
  PUMP_SETTING_REFUSED(
      Risk.of(IRREVERSIBLE, PROMPT, "1.1", "1.5", "2.10"),
      true,
      FAULT,
      1_000,
      "a setting that the pump refuses or reads back differently",
      "Pump refused a setting. Check the pump."),
  PUMP_STALLED(
      Risk.of(REVERSIBLE, IMMEDIATE, "1.7", "1.20", "6.6"),
      true,
      FAULT,
      500,
      "the pump's motor stalls",
      "Pump motor stalled. Check line and syringe."),
  PUMP_RESET(
      Risk.of(REVERSIBLE, IMMEDIATE, "3.5", "5.11"),
      true,
      FAULT,
      500,
      "the pump was reset or lost power",
      "Pump was reset or lost power. Check the pump."),
  PUMP_WATCHDOG(
      Risk.of(REVERSIBLE, IMMEDIATE, "4.4", "4.10"),
      true,
      FAULT,
      500,
      "the pump's own watchdog runs out",
      "Pump lost contact and stopped. Check the cable."),
  PUMP_PROGRAM_ERROR(
      Risk.of(IRREVERSIBLE, PROMPT, "1.10", "1.16"),
      true,
      FAULT,
      500,
      "the pump reports a program error, or rests before its target",
      "Pump program error. Check the pump."),
  MOTION_WITHOUT_COMMAND(
      Risk.of(IRREVERSIBLE, IMMEDIATE, "1.13", "2.7", "5.10"),
      true,
      FAULT,
      500,
      "the pump moves and was not told to, or moves otherwise than told",
      "Pump moves without a command. Use the red button."),
  OVER_DELIVERY(
      Risk.of(IRREVERSIBLE, PROMPT, "1.10", "1.21"),
      true,
      FAULT,
      500,
      "the pump's counter shows more than commanded, beyond the tolerance",
      "More delivered than commanded. Check the pump."),
  UNDER_DELIVERY(
      Risk.of(REVERSIBLE, IMMEDIATE, "1.10", "1.16", "1.20"),
      true,
      FAULT,
      500,
      "the pump's counter shows less than commanded, beyond the tolerance",
      "Less delivered than commanded. Check the pump."),
  STALE_READING(
      Risk.of(IRREVERSIBLE, PROMPT, "4.4", "4.13"),
      true,
      FAULT,
      600,
      "the last reading of the pump's counter grows old",
      "No fresh pump reading: stopped. Check the pump."),
  STATION_SILENT(
      Risk.of(IRREVERSIBLE, PROMPT, "1.22", "5.1"),
      false,
      PAUSE,
      4_100,
      "the station's last sign that the record is kept",
      "Screen and record gone: paused. Check, then resume."),
  EVENTS_LOST(
      Risk.of(IRREVERSIBLE, PROMPT, "5.1"),
      true,
      FAULT,
      100,
      "an event of a delivery that could not be handed on for the record",
      "Record overflow: delivery stopped. Note the volume."),
  CYCLE_OVERRUN(
      Risk.of(REVERSIBLE, PROMPT, "4.1", "4.9"),
      true,
      NONE,
      100,
      "the control loop wakes later than is tolerated",
      "Control loop was late. Watch the pump."),
  NEAR_COMPLETION(
      Risk.of(MINOR, PROMPT, "1.8", "1.9"),
      false,
      NONE,
      100,
      "less than 3 min of a running order are left",
      "Infusion complete in under 3 min. Stay near."),
  CONCENTRATION_CEILING(
      Risk.of(IRREVERSIBLE, PROMPT, "1.2", "8.11"),
      true,
      FAULT,
      200,
      "a predicted concentration reaches the drug's hard ceiling",
      "Predicted concentration at limit: stopped. Watch the patient."),
  PAGE_UNSEEN(
      Risk.of(REVERSIBLE, PROMPT, "1.22", "2.4"),
      false,
      NONE,
      10_100,
      "the last sign of a page that shows the running or paused order",
      "No page shows this order. Open it at the device."),
  PAGE_GONE(
      Risk.of(IRREVERSIBLE, PROMPT, "1.22", "2.4"),
      false,
      PAUSE,
      30_100,
      "the last sign of a page that shows the running or paused order",
      "No page for 30 s: paused. Check, then resume."),
  CUMULATIVE_DOSE(
      Risk.of(IRREVERSIBLE, PROMPT, "1.2", "1.3"),
      true,
      FAULT,
      500,
      "the drug given at most exceeds what was read back, beyond the tolerance",
      "More drug given than ordered: stopped. Watch the patient."),
  ROLLING_DOSE(
      Risk.of(IRREVERSIBLE, PROMPT, "1.2", "8.11"),
      true,
      FAULT,
      100,
      "an order is shown that, whole and with the doses of 24 h, exceeds the hard limit",
      "Beyond the limit of 24 h: stopped. Check earlier doses."),
  PRESSURE_HIGH(
      Risk.of(REVERSIBLE, IMMEDIATE, "1.7", "1.19"),
      true,
      PAUSE,
      200,
      "the pressure in the line reaches its limit",
      "Line is blocked: paused. Clear it, release the pressure first."),
  PRESSURE_RISING(
      Risk.of(REVERSIBLE, PROMPT, "1.7", "1.19"),
      false,
      NONE,
      2_100,
      "the pressure in the line rises faster than is configured",
      "Pressure in the line rises fast. Check line and clamps."),
  AIR_IN_LINE(
      Risk.of(IRREVERSIBLE, IMMEDIATE, "1.6", "1.24", "1.27"),
      true,
      PAUSE,
      200,
      "more air in the line than is tolerated",
      "Air in the line: paused. Disconnect and remove the air."),
  PLUNGER_LOOSE(
      Risk.of(IRREVERSIBLE, IMMEDIATE, "1.13"),
      true,
      FAULT,
      200,
      "the pusher does not hold the plunger of an open order",
      "Plunger is loose: clamp the line now. Watch the patient."),
  SENSOR_SILENT(
      Risk.of(IRREVERSIBLE, PROMPT, "4.13", "6.3"),
      true,
      PAUSE,
      600,
      "a sensor that the pump has tells nothing, or nothing new",
      "A sensor of the pump is silent: paused. Check the pump."),
  SYRINGE_NEARLY_EMPTY(
      Risk.of(MINOR, PROMPT, "1.9"),
      false,
      NONE,
      500,
      "less is left of the loaded volume than staff are told of",
      "Syringe nearly empty. Stay near."),
  SYRINGE_EMPTY(
      Risk.of(REVERSIBLE, IMMEDIATE, "1.8"),
      true,
      FAULT,
      500,
      "too little is left of the loaded volume to go on",
      "Syringe empty: stopped. Note the volume."),
  CLOCK_STEPPED(
      Risk.of(REVERSIBLE, DELAYED, "4.2", "8.11"),
      true,
      NONE,
      100,
      "the wall clock is set",
      "Clock was set. Check when earlier doses were given."),
  SELF_TEST_FAILED(
      Risk.of(REVERSIBLE, PROMPT, "4.1", "4.2"),
      false,
      NONE,
      100,
      "an item of the self-test fails, or waits too long",
      "Self-test failed: no order is taken. Restart or call service."),
  E_STOP_OPEN(
      Risk.of(REVERSIBLE, IMMEDIATE, "5.10"),
      true,
      FAULT,
      10,
      "the circuit of the e-stop is open",
      "E-stop: stopped. Make it safe, release, then reset."),
  PANEL_LOST(
      Risk.of(IRREVERSIBLE, PROMPT, "4.13", "5.10"),
      true,
      FAULT,
      10,
      "e-stop and buttons can't be relied on: an edge was lost or nobody watches them",
      "E-stop not readable: stopped. Call service.");

  /** What a condition does to delivery. */
  public enum Effect {
    NONE,
    /** Paused; staff may resume once it is gone. */
    PAUSE,
    /** Stopped and latched in FAULT; the order is over. */
    FAULT
  }

  @SuppressWarnings("ImmutableEnumChecker") // two constants and a list nobody can change
  private final Risk risk;

  private final AlarmPriority priority;
  private final boolean latching;
  private final Effect effect;
  private final int latencyMs;
  private final String cause;
  private final String text;

  AlarmCondition(
      Risk risk, boolean latching, Effect effect, int latencyMs, String cause, String text) {
    this.risk = risk;
    this.priority = risk.priority();
    this.latching = latching;
    this.effect = effect;
    this.latencyMs = latencyMs;
    this.cause = cause;
    this.text = text;
  }

  /** What may come of it, how soon, and the hazards it answers. */
  public Risk risk() {
    return risk;
  }

  /** Urgency: it follows from the risk. */
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

  /** What it is raised for; its latency counts from there. */
  public String cause() {
    return cause;
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
