package org.tenuto.simulator.boundary;

/**
 * The station has died in a write: whoever steps it lets go of it and starts another one later.
 * Neither an exception nor an error: what the station does about those, the dead do not.
 */
public final class StationDeath extends Throwable {

  private static final long serialVersionUID = 1L;

  private StationDeath(String message) {
    super(message);
  }

  /** Strikes through calls that declare nothing of the kind. */
  static void strike(String message) {
    StationDeath.<RuntimeException>raise(new StationDeath(message));
  }

  /** The compiler takes it for unchecked; it stays what it is. */
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void raise(Throwable death) throws T {
    throw (T) death;
  }
}
