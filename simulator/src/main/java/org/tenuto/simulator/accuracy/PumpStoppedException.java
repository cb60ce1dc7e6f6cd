package org.tenuto.simulator.accuracy;

/** A pump that was to run for the whole time did not: a result of its own, not a curve. */
final class PumpStoppedException extends Exception {

  private static final long serialVersionUID = 1L;

  PumpStoppedException(String message) {
    super(message);
  }
}
