package org.tenuto.benchmarks;

import java.io.IOException;
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

  /** Writes them there, if anywhere; what went wrong, in one line, or null if nothing did. */
  @Nullable String write(Results results) {
    Path target = file;
    if (target == null) {
      return null;
    }
    try {
      results.write(target);
      return null;
    } catch (IOException e) {
      return "--json " + target + ": can't be written: " + e.getMessage();
    }
  }
}
