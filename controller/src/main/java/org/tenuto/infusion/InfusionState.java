package org.tenuto.infusion;

/**
 * What the device is doing. Only {@link #INFUSING} delivers of an order; only {@link #PRIMING} moves
 * the plunger besides.
 */
public enum InfusionState {
  /** Power-up: stopping the pump first, then testing. */
  SELF_TEST,
  /** Nothing ordered, or the last order is over. */
  IDLE,
  /** Filling the line that is not connected to a person; belongs to no order. */
  PRIMING,
  /** A read-back is shown and may be started. */
  READY,
  /** Delivering an order. */
  INFUSING,
  /** Delivery is interrupted; the remainder may be resumed by staff. */
  PAUSED,
  /** The ordered volume was delivered. */
  COMPLETE,
  /** Latched: left only by a staff reset with the cause gone and the pump confirmed stopped. */
  FAULT
}
