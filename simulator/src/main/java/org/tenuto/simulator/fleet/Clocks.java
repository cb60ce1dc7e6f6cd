package org.tenuto.simulator.fleet;

import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * A device's clocks: off from this machine's by a constant. The machine's monotonic clock is the
 * argument of everything here; its wall clock is read. Any thread.
 *
 * @param machine this machine's wall clock
 * @param wallOffMs ms the device's wall clock is ahead
 * @param monoOffNs ns the device's monotonic clock is ahead
 */
record Clocks(InstantSource machine, long wallOffMs, long monoOffNs) implements InstantSource {

  private static final long NS_PER_MS = 1_000_000;
  private static final long LONGEST_UP_NS = 30L * 24 * 3_600 * 1_000_000_000;

  /**
   * Drawn: the wall clock off by up to {@code spreadMs} either way, the board up for up to 30 days
   * longer than this machine. With a spread of 0 both are this machine's.
   */
  static Clocks draw(InstantSource machine, long spreadMs, RandomGenerator random) {
    return spreadMs == 0
        ? new Clocks(machine, 0, 0)
        : new Clocks(
            machine, random.nextLong(-spreadMs, spreadMs + 1), random.nextLong(LONGEST_UP_NS));
  }

  @Override
  public Instant instant() {
    return machine.instant().plusMillis(wallOffMs);
  }

  /** The device's monotonic clock at a machine time, ns. */
  long monoNs(long machineNs) {
    return machineNs + monoOffNs;
  }

  /** The device's wall clock now, ms. */
  long wallMs() {
    return instant().toEpochMilli();
  }

  /** The device's wall clock at another machine time, if it goes as it does now, ms. */
  long wallMs(long machineNs, long machineNowNs) {
    return wallMs() - Math.floorDiv(machineNowNs - machineNs, NS_PER_MS);
  }
}
