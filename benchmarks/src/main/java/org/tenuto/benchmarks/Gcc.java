package org.tenuto.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Compiles the twins in C where they are measured. */
final class Gcc {

  private static final long COMPILED_S = 60;

  private Gcc() {}

  /**
   * Compiles a source of this package.
   *
   * @param source its name, {@code stop-twin.c}
   * @param folder where the program is put
   * @return the program; null if this machine has no gcc
   * @throws IOException if gcc does not compile it
   */
  static @Nullable Path compile(String source, Path folder)
      throws IOException, InterruptedException {
    Path file = folder.resolve(source);
    try (InputStream text = Gcc.class.getResourceAsStream(source)) {
      Files.copy(Objects.requireNonNull(text, source), file);
    }
    Path program = folder.resolve(source.replace(".c", ""));
    Process gcc;
    try {
      gcc =
          new ProcessBuilder(
                  "gcc", "-O2", "-Wall", "-Werror", "-o", program.toString(), file.toString())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      return null; // not there
    }
    String said = new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!gcc.waitFor(COMPILED_S, TimeUnit.SECONDS) || gcc.exitValue() != 0) {
      throw new IOException("gcc does not compile " + source + ": " + said.lines().findFirst());
    }
    return program;
  }
}
