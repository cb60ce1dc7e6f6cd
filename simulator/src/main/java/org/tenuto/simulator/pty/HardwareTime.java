package org.tenuto.simulator.pty;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;

/** A pump is hardware: what else this computer does makes no pump late, so neither a simulated. */
public final class HardwareTime {

  private static final int SCHED_FIFO = 1;

  /** What this thread starts (a compiler thread of the JVM) runs at normal priority again. */
  private static final int SCHED_RESET_ON_FORK = 0x40000000;

  /** Above all normal work, below the loop of a controller on the same computer (80). */
  private static final int PRIORITY = 40;

  private HardwareTime() {}

  /**
   * Puts the calling thread before all normal work, for as long as it lives.
   *
   * @return whether the kernel permits it; if not, the thread goes on as it was, and its pump is
   *     late whenever the computer is busy
   */
  public static boolean enter() {
    try (Arena arena = Arena.ofConfined()) {
      int policy = SCHED_FIFO | SCHED_RESET_ON_FORK;
      return new Libc().setScheduler(policy, arena.allocateFrom(JAVA_INT, PRIORITY)) == 0;
    }
  }
}
