package org.tenuto.simulator.system;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the machine that a test needs. */
final class Needs {

  private Needs() {}

  /** The program; skips the test by name where it is not there, fails it where CI is true. */
  static Path program(String name) {
    return find(name).orElseGet(() -> missing(name));
  }

  private static Path missing(String name) {
    orSkip(false, "needs " + name);
    throw new IllegalStateException("unreachable");
  }

  /** Goes on if it is there; else skips the test with this reason, or fails it where CI is true. */
  static void orSkip(boolean there, String reason) {
    if (there) {
      return;
    }
    if ("true".equals(System.getenv("CI"))) {
      fail(reason);
    }
    abort(reason);
  }

  private static Optional<Path> find(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    // Debian puts daemons where only root looks.
    return Stream.concat(Stream.of(path.split(File.pathSeparator, -1)), Stream.of("/usr/sbin"))
        .map(dir -> Path.of(dir, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
