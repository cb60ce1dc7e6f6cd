package org.tenuto.web;

import org.tenuto.alarm.AlarmPriority;
import org.tenuto.dose.PhaseKind;
import org.tenuto.dose.WeightBasis;
import org.tenuto.infusion.InfusionState;
import org.tenuto.pump.PumpState;

/** What the device calls its states, and the one line that says what to do next. */
final class Wording {

  static final LiveView.Alarm CONTROLLER_LOST =
      new LiveView.Alarm(
          "CONTROLLER_LOST",
          AlarmPriority.HIGH,
          "Controller lost: watch the pump, use the red button.",
          true,
          false);

  private Wording() {}

  static String state(InfusionState state) {
    return switch (state) {
      case SELF_TEST -> "Self-test";
      case IDLE -> "Ready for an order";
      case PRIMING -> "Priming";
      case READY -> "Read-back";
      case INFUSING -> "Infusing";
      case PAUSED -> "Paused";
      case COMPLETE -> "Complete";
      case FAULT -> "Fault";
    };
  }

  static String reason(LiveView live) {
    return switch (live.reason()) {
      case NONE, NO_ORDER -> "";
      case STOPPED_BY_STAFF -> "Stopped by staff";
      case PAUSED_BY_STAFF -> "Paused by staff";
      case STATION_SILENT ->
          live.state() == InfusionState.PAUSED
              ? "Paused: the screen was gone"
              : "Stopped: the screen was gone";
      case PAGE_GONE -> "Paused: no page showed the order";
      case COMPLETE -> "The ordered volume was delivered";
      case ALARM -> "Stopped by an alarm";
      case SHUT_DOWN -> "Device was shut down: the order is over";
    };
  }

  static String pump(PumpState state) {
    return switch (state) {
      case STOPPING -> "Pump stopping";
      case PREPARING -> "Pump preparing";
      case STOPPED -> "Pump stopped";
      case PROGRAMMING -> "Pump being set";
      case STARTING -> "Pump starting";
      case RUNNING -> "Pump running";
      case FINISHING -> "Pump finishing";
      case LOST -> "Pump not heard";
    };
  }

  /** Whether the pump has confirmed that it rests. */
  static boolean atRest(PumpState state) {
    return switch (state) {
      case PREPARING, STOPPED, PROGRAMMING -> true;
      case STOPPING, STARTING, RUNNING, FINISHING, LOST -> false;
    };
  }

  static String next(LiveView live) {
    if (!live.executor().alive()) {
      return "Watch the pump. Press the red button if it moves.";
    }
    return switch (live.state()) {
      case SELF_TEST -> "Wait: the controller stops the pump and tests itself.";
      case IDLE ->
          live.delivery() == null
              ? "Enter the order."
              : "Order ended: clamp the line. The rest needs a new order.";
      case PRIMING -> "Watch the open end of the line: Stop when it is free of air.";
      case READY -> "Compare with the prescription, then hold to start.";
      case INFUSING -> "Watch the patient simulator and the line.";
      case PAUSED -> "Hold to resume, or Stop to end the order.";
      case COMPLETE -> "Clamp and disconnect, then record what is left in the syringe.";
      case FAULT -> "Check pump and line, acknowledge the alarms, then reset.";
    };
  }

  static String phase(PhaseKind kind) {
    return switch (kind) {
      case BOLUS -> "Bolus";
      case MAINTENANCE -> "Infusion";
      case TAPER -> "Taper";
    };
  }

  static String weightBasis(WeightBasis basis) {
    return switch (basis) {
      case ACTUAL -> "actual weight";
      case IDEAL -> "ideal weight (Devine)";
      case ADJUSTED -> "adjusted weight";
      case LEAN -> "lean weight (Janmahasatian)";
      case IDEAL_IF_OBESE -> "ideal weight from BMI 30 on";
    };
  }

  static String telemetry(LiveView.Telemetry telemetry) {
    return switch (telemetry) {
      case OFF -> "Telemetry off";
      case CONNECTED -> "Telemetry on";
      case DISCONNECTED -> "Telemetry waiting";
    };
  }
}
