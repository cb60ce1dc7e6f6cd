package org.tenuto.simulator.conversation;

import java.util.EnumMap;
import java.util.Map;
import org.tenuto.pump.PumpState;
import org.tenuto.simulator.fault.FaultKind;

/** How long anything may take between driver and pump, ns: none of it waits for ever. */
final class Deadlines {

  static final long MS = 1_000_000;

  /**
   * Three cycles: a line that is back says in one that it was gone; what is due shows in the next.
   */
  static final long SLACK_NS = 3 * MS;

  /** Rest after a doubt, then four questions of 125 ms. */
  static final long READING_NS = 600 * MS;

  /** From a decision to stop to a motor at rest: 500 ms of STP, then the pump's own watchdog. */
  static final long REST_NS = 1_500 * MS;

  /**
   * From the host's last turn to a motor at rest: its last packet on the wire, then the watchdog.
   */
  static final long WATCHDOG_NS = 1_020 * MS;

  /** Nothing is written for so long after contact was lost: the watchdog's second, and one more. */
  static final long SILENCE_NS = 1_990 * MS;

  /** From the end of the last fault to a pump that is set up and parked, or runs on. */
  static final long RECOVERY_NS = 8_000 * MS;

  private static final Map<PumpState, Long> STATES = new EnumMap<>(PumpState.class);
  private static final Map<FaultKind, Long> TOLD = new EnumMap<>(FaultKind.class);

  static {
    STATES.put(PumpState.STOPPING, 500 * MS);
    STATES.put(PumpState.PREPARING, 3_000 * MS);
    STATES.put(PumpState.PROGRAMMING, 3_000 * MS);
    STATES.put(PumpState.STARTING, 300 * MS);
    STATES.put(PumpState.FINISHING, 3_000 * MS);
    STATES.put(PumpState.LOST, 2_000 * MS);

    TOLD.put(FaultKind.SERIAL_CUT, 0L);
    TOLD.put(FaultKind.SERIAL_STUCK, READING_NS);
    TOLD.put(FaultKind.PUMP_MUTE, READING_NS);
    TOLD.put(FaultKind.PUMP_DEAF, READING_NS);
    TOLD.put(FaultKind.PUMP_OFF, READING_NS);
    TOLD.put(FaultKind.PUMP_RESET, READING_NS);
    // The pump notices with the next microstep: 20 ms at 21 mL/h.
    TOLD.put(FaultKind.MOTOR_STALL, READING_NS + 30 * MS);
  }

  private Deadlines() {}

  /** How long the driver may stay in a state; for ever where it rests or delivers. */
  static long inState(PumpState state) {
    return STATES.getOrDefault(state, Long.MAX_VALUE / 2) + SLACK_NS;
  }

  /** How long after its beginning a fault may not be noticed; the rest of them let readings by. */
  static long told(FaultKind kind) {
    return TOLD.getOrDefault(kind, Long.MAX_VALUE / 2) + SLACK_NS;
  }
}
