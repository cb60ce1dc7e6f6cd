package org.tenuto.simulator.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Lets one write or sync of a journal's files go wrong in a real process: a library of a few lines
 * that is loaded before the others, armed while the process runs.
 */
final class CrashShim {

  private static final String SOURCE = "controller/src/test/resources/org/tenuto/journal/crash.c";

  private final Path library;
  private final Path at;
  private final Path count;

  /**
   * Compiles it; skips the test where there is no gcc.
   *
   * @param dir where to
   */
  CrashShim(Path dir) throws IOException, InterruptedException {
    library = dir.resolve("crash.so");
    at = dir.resolve("crash-at").toAbsolutePath();
    count = dir.resolve("crash-count").toAbsolutePath();
    String gcc = Needs.program("gcc").toString();
    String source = Tenuto.home().resolve(SOURCE).toString();
    int exit =
        new ProcessBuilder(
                gcc, "-shared", "-fPIC", "-o", library.toString(), source, "-ldl", "-lpthread")
            .inheritIO()
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IOException("gcc does not compile " + SOURCE);
    }
  }

  /** What to start a process with. */
  Map<String, String> environment(Path journal, String how) {
    return Map.of(
        "LD_PRELOAD", library.toString(),
        "TENUTO_CRASH_FILE", journal.toString(),
        "TENUTO_CRASH_AT", at.toString(),
        "TENUTO_CRASH_HOW", how,
        "TENUTO_CRASH_COUNT", count.toString());
  }

  /** The call that comes after so many more goes wrong. */
  void arm(int later) throws IOException {
    long calls = Long.parseLong(Files.readString(count).strip());
    Files.writeString(at, Long.toString(calls + later));
  }
}
