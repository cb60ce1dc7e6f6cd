package org.tenuto.doctor;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.tenuto.linux.WallClock.Discipline;

/**
 * The wall clock: on records, and for what was given in the last 24 hours.
 *
 * @param kernel the kernel's own word on its discipline
 */
record WallClockCheck(KernelFiles files, InstantSource wall, Supplier<Discipline> kernel)
    implements Check {

  private static final String THING = "wall clock";

  /** Nothing of this program is older: a board without a battery wakes in 1970 or at its image. */
  private static final Instant FIRST_PLAUSIBLE = Instant.parse("2026-01-01T00:00:00Z");

  private static final long NS_PER_MS = 1_000_000;
  private static final String ADVICE =
      "Run chrony or systemd-timesyncd, or set the clock before each use.";

  @Override
  public Finding look() {
    Instant now = wall.instant().truncatedTo(ChronoUnit.SECONDS);
    if (now.isBefore(FIRST_PLAUSIBLE)) {
      return Finding.missing(
          THING, now + ", before this program was written", "Set the clock of the board.");
    }
    Discipline kernelSays = kernel.get();
    if (kernelSays.known() && kernelSays.synchronised()) {
      long errorMs = kernelSays.maxErrorNs() / NS_PER_MS;
      return Finding.ok(THING, now + ", synchronised, off by " + errorMs + " ms at most");
    }
    // The file stays for the whole boot: it tells of a first synchronisation, not of one now.
    if (files.has("run/systemd/timesync/synchronized")) {
      return Finding.ok(THING, now + ", synchronised by systemd-timesyncd since it started");
    }
    return Finding.degraded(
        THING,
        now
            + (kernelSays.known()
                ? ", not synchronised"
                : ", whether it is synchronised is unknown"),
        ADVICE);
  }
}
