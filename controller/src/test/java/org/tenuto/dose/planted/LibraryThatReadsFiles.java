package org.tenuto.dose.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Violates: pure rooms do no I/O. */
public final class LibraryThatReadsFiles {

  public byte[] read(Path path) throws IOException {
    return Files.readAllBytes(path);
  }
}
