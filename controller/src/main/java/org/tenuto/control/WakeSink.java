package org.tenuto.control;

/** Who is told of each wake-up of the loop: a benchmark; on a board, nobody. */
@FunctionalInterface
public interface WakeSink {

  /** Takes none. */
  WakeSink NOBODY = (_, _) -> {};

  /**
   * A cycle woke. Loop thread; waits for nothing and allocates nothing.
   *
   * @param deadlineNs the cycle's own deadline, monotonic ns
   * @param errorNs how much later than the first deadline since the last cycle it woke
   */
  void woke(long deadlineNs, long errorNs);
}
