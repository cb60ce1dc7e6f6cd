package org.tenuto.simulator.boundary;

/**
 * The station has died in a write: whoever steps it lets go of it and starts another one later. One
 * that takes it for a failed write and goes on dies again of the next it asks of its record.
 */
public final class StationDeath extends Error {

  private static final long serialVersionUID = 1L;

  StationDeath(String message) {
    super(message);
  }
}
