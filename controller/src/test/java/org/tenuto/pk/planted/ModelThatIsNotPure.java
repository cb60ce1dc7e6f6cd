package org.tenuto.pk.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Violates: pure rooms do no I/O and read no clock. */
public final class ModelThatIsNotPure {

  public String parameters(Path path) throws IOException {
    return Files.readString(path);
  }

  public long nowNs() {
    return System.nanoTime();
  }
}
