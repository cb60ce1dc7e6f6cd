package org.tenuto.linux;

import org.tenuto.control.MonotonicClock;

/**
 * What time is it, by CLOCK_MONOTONIC: the clock {@link LinuxTimer} sleeps on. Any thread;
 * allocates nothing.
 */
public final class LinuxClock implements MonotonicClock {

  /**
   * Checks once that the JVM's nano time is the kernel's CLOCK_MONOTONIC: the Java specification
   * leaves its origin open, and deadlines of another clock would never come, or all at once.
   *
   * @throws UnsupportedOperationException if it is another clock, or the system is not Linux
   */
  public LinuxClock() {
    long before = System.nanoTime();
    long kernelNs = LinuxTimer.kernelNowNs();
    long after = System.nanoTime();
    if (kernelNs < before || kernelNs > after) {
      throw new UnsupportedOperationException(
          "clock: System.nanoTime is " + before + " ns, CLOCK_MONOTONIC " + kernelNs + " ns");
    }
  }

  @Override
  public long nowNs() {
    return System.nanoTime();
  }
}
