package org.tenuto.benchmarks.jitter;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Programs of this machine that are used if they are there. */
final class Programs {

  private static final String TWIN = "jitter-twin.c";
  private static final long COMPILED_S = 60;

  private Programs() {}

  /** A program on the PATH, or where administrators' programs are; null if it is not there. */
  static @Nullable Path find(String name) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.concat(
            Stream.of(path.split(File.pathSeparator, -1)), Stream.of("/usr/sbin", "/sbin"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  /** A JVM of this JDK with this process's class path. */
  static List<String> java(List<String> flags, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(arguments);
    return command;
  }

  /**
   * Compiles the twin in C.
   *
   * @throws IOException if gcc does not compile it
   */
  static Path twin(Path gcc, Path folder) throws IOException, InterruptedException {
    Path source = folder.resolve(TWIN);
    try (InputStream text = Programs.class.getResourceAsStream(TWIN)) {
      Files.copy(Objects.requireNonNull(text, TWIN), source);
    }
    Path program = folder.resolve("jitter-twin");
    Process compiler =
        new ProcessBuilder(
                gcc.toString(), "-O2", "-Wall", "-Werror", "-o", program + "", source + "")
            .redirectErrorStream(true)
            .start();
    String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!compiler.waitFor(COMPILED_S, TimeUnit.SECONDS) || compiler.exitValue() != 0) {
      throw new IOException(
          "gcc does not compile " + TWIN + ": " + said.lines().findFirst().orElse(""));
    }
    return program;
  }
}
