package org.tenuto.control.planted;

import java.lang.foreign.Arena;

/** Violates: pure rooms read no clock; native memory only in two rooms. */
public final class CycleThatReadsTheClock {

  public long nowNs() {
    try (Arena arena = Arena.ofConfined()) {
      return System.nanoTime() + arena.allocate(1).byteSize();
    }
  }
}
