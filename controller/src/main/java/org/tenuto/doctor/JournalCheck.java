package org.tenuto.doctor;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The disk of the record: writable, with room, and quick enough to make a record durable. */
record JournalCheck(Path file) implements Check {

  private static final String THING = "journal disk";
  private static final long BYTES_PER_MIB = 1 << 20;
  private static final double NS_PER_MS = 1e6;

  /** A day of one checkpoint a second, 86,400 of them, has room in this at 1 KiB each. */
  private static final long AMPLE_MIB = 100;

  private static final long LEAST_MIB = 10;

  /** The station commits once a second, and 4 s without a commit pauses delivery. */
  private static final long SLOW_NS = 1_000_000_000;

  @Override
  public Finding look() {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file)) {
      return Finding.missing(THING, file + " is a folder", "Expected a file in journal.file.");
    }
    if (Files.exists(file) && !Files.isWritable(file)) {
      return Finding.missing(
          THING, file + " can't be written", "Let the station write it; no record, no infusion.");
    }
    try {
      return judge(FolderTrial.of(folder));
    } catch (IOException e) {
      return Finding.missing(
          THING,
          folder + " can't be written: " + Reasons.of(e),
          "Let the station write there; no record, no infusion.");
    }
  }

  private Finding judge(FolderTrial trial) {
    long freeMib = trial.freeBytes() / BYTES_PER_MIB;
    String found =
        String.format(
            ROOT,
            "%s on %s, %d MiB free, fsync %.1f ms",
            file,
            trial.type(),
            freeMib,
            trial.syncNs() / NS_PER_MS);
    if (freeMib < LEAST_MIB) {
      return Finding.missing(THING, found, "Make room: without a record there is no infusion.");
    }
    if (trial.type().equals("tmpfs")) {
      return Finding.degraded(THING, found, "It is lost with the power; choose a real disk.");
    }
    if (trial.syncNs() >= SLOW_NS) {
      return Finding.degraded(
          THING, found, "4 s without a commit pause delivery; use another disk.");
    }
    return freeMib < AMPLE_MIB
        ? Finding.degraded(THING, found, "Make room for " + AMPLE_MIB + " MiB.")
        : Finding.ok(THING, found);
  }
}
