package org.tenuto.linux;

/**
 * What the kernel granted the loop, for the doctor, the screen and telemetry.
 *
 * @param bits as in {@link org.tenuto.control.StatusSnapshot#timingBits}: {@link #FIFO}, {@link
 *     #LOCKED_MEMORY}, {@link #AFFINITY}, {@link #C_STATE}
 * @param statement the same in plain words, e.g. {@code timing: degraded, no SCHED_FIFO (Operation
 *     not permitted)}
 */
public record Timing(long bits, String statement) {

  /** SCHED_FIFO scheduling. */
  public static final long FIFO = 1;

  /** Memory locked against paging out. */
  public static final long LOCKED_MEMORY = 2;

  /** Bound to one CPU. */
  public static final long AFFINITY = 4;

  /** CPU wake-up latency held at 0. */
  public static final long C_STATE = 8;

  /** Whether everything was granted. */
  public boolean full() {
    return bits == (FIFO | LOCKED_MEMORY | AFFINITY | C_STATE);
  }
}
