package org.tenuto.simulator.oracle;

import org.tenuto.dose.Order;

/** Something people did, or were told, told to the oracles in the millisecond it happens. */
public sealed interface Happening {

  /**
   * Staff confirmed an order that was read back: from now on it may be delivered.
   *
   * @param order what they had entered: inputs only
   * @param nonce of the read-back they confirmed
   */
  record Started(Order order, long nonce) implements Happening {}

  /** Staff confirmed a change of the running or paused order; the order as changed. */
  record Changed(Order order) implements Happening {}

  /** Staff were told what became of the change they confirmed last, beyond doubt. */
  record ChangeDecided(boolean taken) implements Happening {}

  /** Staff confirmed a priming. */
  record PrimingStarted(long volumeNl) implements Happening {}

  /** Staff asked to go on with a paused order. */
  record Resumed() implements Happening {}

  /** Staff pressed Stop or Pause. */
  record Halted() implements Happening {}

  /** Staff asked to leave a fault. */
  record ResetAsked() implements Happening {}

  /** Staff asked for the sound to be paused. */
  record AudioPaused() implements Happening {}
}
