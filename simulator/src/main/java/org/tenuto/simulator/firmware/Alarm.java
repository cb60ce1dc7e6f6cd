package org.tenuto.simulator.firmware;

/** Why the pump stopped by itself and wants somebody to know. */
public enum Alarm {
  NONE(""),
  RESET("A?R"),
  STALL("A?S"),
  TIME_OUT("A?T"),
  PROGRAM_ERROR("A?E"),
  PHASE_OUT_OF_RANGE("A?O");

  /** What stands in place of the prompt. */
  final String status;

  Alarm(String status) {
    this.status = status;
  }
}
