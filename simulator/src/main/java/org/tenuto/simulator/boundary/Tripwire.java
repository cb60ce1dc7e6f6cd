package org.tenuto.simulator.boundary;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the device asks of its boundaries, and lets exactly one of it fail, in the way that
 * boundary fails: run after run with the next number, every single failure has been seen. Or lets
 * chosen writes of the record go wrong. One thread.
 */
public final class Tripwire {

  private final long failing;
  private final Map<Long, WriteEnd> ends;
  private long operations;
  private long writes;

  private Tripwire(long failing, Map<Long, WriteEnd> ends) {
    this.failing = failing;
    this.ends = Map.copyOf(ends);
  }

  /** Counts, and fails nothing. */
  public static Tripwire never() {
    return new Tripwire(0, Map.of());
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
    return new Tripwire(n, Map.of());
  }

  /**
   * Lets writes of the record go wrong, each in its way.
   *
   * @param ends by the number of the write, from 1
   */
  public static Tripwire atWrites(Map<Long, WriteEnd> ends) {
    return new Tripwire(0, ends);
  }

  /** Counts a write of the record; how it ends if it goes wrong, else null. */
  @Nullable WriteEnd write() {
    writes++;
    return ends.get(writes);
  }

  /** How often the record was written, or was to be. */
  public long writes() {
    return writes;
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
