package org.tenuto.control;

/** When do I act: sleeps to an absolute deadline. Allocates nothing. Loop thread only. */
public interface CycleTimer {

  /**
   * Sleeps until the monotonic clock reads {@code deadlineNs}; returns at once if it already does.
   * An interrupted sleep goes on to the same deadline.
   */
  void sleepUntil(long deadlineNs);
}
