package org.tenuto.pump;

/** Why a pump can't be relied on; latched in the reading until the driver recovers it by a stop. */
public enum PumpFault {
  NONE,
  /** No reply within the deadline. */
  SILENT,
  /** The serial line or device is gone. */
  LINE_LOST,
  /** A stop was not confirmed within 500 ms. */
  STOP_UNCONFIRMED,
  /** RUN was sent and its outcome is unknown. */
  START_UNCONFIRMED,
  /** A setting read back differs from what was sent. */
  READ_BACK_MISMATCH,
  /** The pump refused a setting. */
  REFUSED,
  /** The pump reports that its motor stalled. */
  STALLED,
  /** The pump was reset or lost power. */
  RESET,
  /** The pump's own watchdog ran out. */
  WATCHDOG,
  /** The pump reports an error in its program. */
  PROGRAM_ERROR,
  /** The pump runs though nobody told it to. */
  MOTION_WITHOUT_COMMAND,
  /** The pusher is at its forward end: the syringe is empty. */
  END_REACHED
}
