package org.tenuto.simulator.boundary;

/**
 * Counts what the device asks of its boundaries, and lets exactly one of it fail, in the way that
 * boundary fails: run after run with the next number, every single failure has been seen. One
 * thread; allocates nothing.
 */
public final class Tripwire {

  private final long failing;
  private long operations;

  private Tripwire(long failing) {
    this.failing = failing;
  }

  /** Counts, and fails nothing. */
  public static Tripwire never() {
    return new Tripwire(0);
  }

  /**
   * Lets one operation fail.
   *
   * @param n which, from 1
   */
  public static Tripwire at(long n) {
    if (n < 1) {
      throw new IllegalArgumentException("operation " + n + ": expected 1 or more");
    }
    return new Tripwire(n);
  }

  /** Counts an operation; whether it is the one that fails. */
  boolean trips() {
    operations++;
    return operations == failing;
  }

  /** How many there have been. */
  public long operations() {
    return operations;
  }

  /** Whether there have been enough of them for the one to have failed. */
  public boolean reached() {
    return failing > 0 && operations >= failing;
  }
}
