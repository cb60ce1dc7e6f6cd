package org.tenuto.simulator.oracle;

import org.tenuto.control.StatusSnapshot;

/**
 * Whether a cause is told: by an alarm that is present, or that was raised since the cause is
 * there. One that has been latched since before tells nothing new.
 */
final class Told {

  private final long bits;
  private long bootId;
  private long beforeBits;

  /** By any of these conditions, bit n for the ordinal n. */
  Told(long bits) {
    this.bits = bits;
  }

  /**
   * A cause begins to be there.
   *
   * @param executorBootId the executor that spoke a moment before
   * @param alarmBits what it had raised by then
   */
  void begins(long executorBootId, long alarmBits) {
    bootId = executorBootId;
    beforeBits = alarmBits;
  }

  /** Whether the executor tells a cause that is there. */
  boolean by(StatusSnapshot said) {
    if (said.executorBootId != bootId) {
      bootId = said.executorBootId;
      beforeBits = 0;
    }
    beforeBits &= said.alarmBits; // what was acknowledged and comes back is new
    return ((said.alarmPresentBits | (said.alarmBits & ~beforeBits)) & bits) != 0;
  }
}
