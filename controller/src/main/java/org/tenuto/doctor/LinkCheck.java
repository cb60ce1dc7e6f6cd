package org.tenuto.doctor;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The folder of the link between executor and station: in memory, with room for both files.
 *
 * @param dir the folder; made by the executor if it is not there
 */
record LinkCheck(Path dir) implements Check {

  private static final String THING = "link";
  private static final long BYTES_PER_MIB = 1 << 20;

  /** Both files of {@code link} have 16 MiB and a little; twice that. */
  private static final long NEEDED_MIB = 32;

  @Override
  public Finding look() {
    try {
      return judge(FolderTrial.of(dir));
    } catch (IOException e) {
      return Finding.missing(
          THING,
          dir + " can't be written: " + Reasons.of(e),
          "Let both processes write there, or choose another link.dir.");
    }
  }

  private Finding judge(FolderTrial trial) {
    long freeMib = trial.freeBytes() / BYTES_PER_MIB;
    String found = dir + " on " + trial.type() + ", " + freeMib + " MiB free";
    if (freeMib < NEEDED_MIB) {
      return Finding.missing(THING, found, "Make room for " + NEEDED_MIB + " MiB.");
    }
    return trial.type().equals("tmpfs")
        ? Finding.ok(THING, found)
        : Finding.degraded(
            THING, found, "The loop may wait for the disk; choose a link.dir in /dev/shm.");
  }
}
