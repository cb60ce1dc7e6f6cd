package org.tenuto.simulator.fault;

/** Whether a fault has an end. */
public enum Span {
  /** It happens, and that was it: its time is 0. */
  AT_ONCE,
  /** It begins and ends. */
  LASTING
}
