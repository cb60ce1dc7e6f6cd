package org.tenuto.replay;

/**
 * The kinds of what the executor is told. Their order is that of the recording: a new kind goes to
 * the end, and {@link ExecutorSetUp#FORMAT} rises with any other change.
 */
enum Input {
  MISSED_CYCLES,
  LATENESS_NS,
  ORDER_ENDS,
  STEP_NS,
  WALL_MS,
  STATION_BOOT,
  HEARTBEAT,
  PAGE_SHOWS,
  STOP,
  PAUSE,
  COMMAND,
  OFFERED,
  E_STOP,
  STOP_BUTTON,
  START_BUTTON,
  PANEL_FAULTY,
  NONCE,
  LINE_GONE,
  LINE_READ,
  LINE_TAKEN,
  LINE_QUEUED,
  MOTOR_PUT,
  MOTOR_EDGE,
  EDGE_INPUT,
  EDGE_ACTIVE,
  EDGE_NS,
  MOTOR_LEVELS,
  MOTOR_LOST,
  SENSORS_NS,
  PRESSURE_KNOWN,
  PRESSURE_PA,
  AIR_KNOWN,
  AIR_NL,
  PLUNGER_KNOWN,
  PLUNGER_SEATED,
  /** What was decided so far; the replay's own must be the same. */
  DECISIONS
}
