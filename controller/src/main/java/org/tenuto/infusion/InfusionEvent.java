package org.tenuto.infusion;

/** What can move the infusion from one state to another. */
public enum InfusionEvent {
  /** The pump is confirmed stopped and parked, every self-test passed. */
  SELF_TEST_PASSED,
  /** Staff confirmed a priming, and that the line is not connected. */
  PRIMING_STARTED,
  /** An order without a hard finding was read back. */
  ORDER_READ_BACK,
  /** A read-back was refused by staff or by time. */
  READ_BACK_EXPIRED,
  /** Staff confirmed exactly what was read back. */
  STARTED,
  /** Staff pressed Stop: the order is over. */
  STAFF_STOP,
  /** Staff pressed Pause. */
  STAFF_PAUSE,
  /** An alarm condition that pauses appeared. */
  PAUSE_CONDITION,
  /** Staff confirmed the remainder. */
  RESUMED,
  /** The ordered volume, or that to be primed, was delivered. */
  COMPLETED,
  /** An alarm condition that faults appeared: the order is over. */
  FAULT_CONDITION,
  /** Staff reset a fault whose cause is gone. */
  RESET
}
