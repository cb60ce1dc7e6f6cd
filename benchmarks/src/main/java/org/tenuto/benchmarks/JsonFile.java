package org.tenuto.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --json FILE} of every benchmark command; mixed into it. */
public final class JsonFile {

  @Option(names = "--json", paramLabel = "FILE", description = "write the figures to FILE as well")
  private @Nullable Path file;

  /** Where to write; null if nothing is to be written. */
  public @Nullable Path file() {
    return file;
  }

  /** What is wrong with it before anything is measured, one line; null if nothing is. */
  public @Nullable String refusal() {
    Path target = file;
    if (target == null) {
      return null;
    }
    Path folder = target.toAbsolutePath().getParent();
    return folder != null && Files.isDirectory(folder)
        ? null
        : "--json " + target + ": expected a file in a folder that exists";
  }
}
