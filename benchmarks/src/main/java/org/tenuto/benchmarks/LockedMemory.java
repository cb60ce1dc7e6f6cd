package org.tenuto.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process has locked and resident, by the kernel's own table. */
final class LockedMemory {

  private LockedMemory() {}

  /**
   * Of a process, KiB; 0 if it may lock nothing.
   *
   * @throws IOException one line: it has ended, or is somebody else's
   */
  static long kib(long pid) throws IOException {
    return kib(Path.of("/proc", Long.toString(pid), "smaps_rollup"));
  }

  /** The same by its smaps. */
  static long kib(Path smaps) throws IOException {
    for (String line : Files.readAllLines(smaps)) {
      if (line.startsWith("Locked:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IOException(smaps + " does not tell what is locked");
  }
}
