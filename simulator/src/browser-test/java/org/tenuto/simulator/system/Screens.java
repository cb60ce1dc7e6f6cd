package org.tenuto.simulator.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the pictures of the screens are kept, as output of the build. */
final class Screens {

  private Screens() {}

  /** The folder, which is there. */
  static Path folder() {
    try {
      return Files.createDirectories(Tenuto.home().resolve("simulator/target/screens"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
