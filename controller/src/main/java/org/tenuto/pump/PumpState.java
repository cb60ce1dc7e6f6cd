package org.tenuto.pump;

/** Where the conversation with the pump stands. */
public enum PumpState {
  /** Nothing is known yet, or a stop is wanted and not confirmed. */
  STOPPING,
  /** Stop confirmed; settings are being sent and read back. */
  PREPARING,
  /** Confirmed stopped and parked: its own Start key does nothing. */
  STOPPED,
  /** A program is being sent and read back; the pump does not move yet. */
  PROGRAMMING,
  /** RUN was sent, its outcome is not known yet: it may be moving. */
  STARTING,
  /** Confirmed running. */
  RUNNING,
  /** The pump reported that it ended its program by itself; being confirmed and parked. */
  FINISHING,
  /** The driver fell silent or the line is gone; the pump's own watchdog has to stop it. */
  LOST
}
