package org.tenuto.doctor;

import org.tenuto.linux.LinuxClock;
import org.tenuto.linux.LinuxTimer;

/** The clock the loop sleeps on: what it is, and its finest step. */
record ClockCheck() implements Check {

  private static final String THING = "clock";

  /** Without high-resolution timers the step is a tick of the kernel, 1 ms at best. */
  private static final long COARSE_NS = 1_000_000;

  @Override
  public Finding look() {
    try {
      new LinuxClock(); // checks that the JVM reads the clock the loop sleeps on
      return judge(LinuxTimer.resolutionNs());
    } catch (UnsupportedOperationException e) {
      return Finding.missing(
          THING, Reasons.of(e), "The loop needs CLOCK_MONOTONIC; use another kernel or JDK.");
    }
  }

  static Finding judge(long resolutionNs) {
    String found = "CLOCK_MONOTONIC, resolution " + resolutionNs + " ns";
    return resolutionNs < COARSE_NS
        ? Finding.ok(THING, found)
        : Finding.missing(
            THING, found, "A cycle is 1 ms; use a kernel with CONFIG_HIGH_RES_TIMERS.");
  }
}
