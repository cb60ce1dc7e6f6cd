package org.tenuto.doctor;

import static java.util.Locale.ROOT;

import org.tenuto.control.ControlLoop;
import org.tenuto.linux.LinuxClock;
import org.tenuto.linux.LinuxTimer;
import org.tenuto.linux.RealTimeThread;

/**
 * Two seconds of wake-ups at the loop's beat, with the loop's own clock, timer and scheduling.
 *
 * @param count wake-ups to count; 2,000 make two seconds
 */
record WakeUpCheck(int loopCpu, int count) implements Check {

  private static final String THING = "wake-up";

  /** The first wake-ups load and compile code. */
  private static final int WARM_UP = 200;

  private static final double NS_PER_US = 1e3;

  @Override
  public Finding look() throws InterruptedException {
    return judge(
        RealTimeThread.tryOut(
            loopCpu,
            timing ->
                WakeUpSample.take(
                    new LinuxClock(), new LinuxTimer(), ControlLoop.PERIOD_NS, WARM_UP, count)));
  }

  /** A wake-up that is a whole period late is a skipped cycle. */
  static Finding judge(WakeUpSample sample) {
    String found =
        String.format(
            ROOT,
            "sample of %d at 1 kHz: late by p50 %.1f us, p99 %.1f us, max %.1f us",
            sample.count(),
            sample.p50Ns() / NS_PER_US,
            sample.p99Ns() / NS_PER_US,
            sample.maxNs() / NS_PER_US);
    return sample.maxNs() < ControlLoop.PERIOD_NS
        ? Finding.ok(THING, found)
        : Finding.degraded(
            THING,
            found,
            "Cycles would have been skipped; look at the kernel, processors and real time above,"
                + " and whether the board is shared.");
  }
}
