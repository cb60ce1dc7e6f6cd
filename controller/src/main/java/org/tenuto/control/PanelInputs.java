package org.tenuto.control;

/**
 * The e-stop and the buttons at the device, as they are in this cycle. Read once a cycle, before
 * anything else, from the loop thread; never waits, allocates nothing.
 *
 * <p>The e-stop opens the motor's supply, or its ENABLE, in hardware; what is read here is that it
 * did. Its contact is normally closed, so that a broken wire reads as open.
 */
public interface PanelInputs {

  /** Whether the e-stop's circuit is open: pressed, or its wire broken. Never debounced. */
  boolean eStopOpen();

  /** Whether the Stop button was pressed since the last call: true once a press. */
  boolean takeStop();

  /** Whether the Start button was pressed since the last call: true once a press. */
  boolean takeStart();

  /**
   * Whether what is told here can't be relied on: an edge was lost, the lines are gone, or nobody
   * watches them any more. Counts as an open e-stop.
   */
  boolean faulty();
}
