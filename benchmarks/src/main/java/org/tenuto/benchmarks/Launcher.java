package org.tenuto.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The launcher that people start everything with.
 *
 * @param path its file
 */
record Launcher(Path path) {

  /** The one this process was started by; else that of the working folder. */
  static Launcher ours() {
    return new Launcher(Path.of(System.getProperty("tenuto.launcher", "tenuto")));
  }

  /** Whether a process is given the cache that was made for it. */
  enum Cache {
    PLAIN("off"),
    CACHE("");

    private final String setting;

    Cache(String setting) {
      this.setting = setting;
    }
  }

  /** Starts a command, as built. What it becomes has the number of the process that is returned. */
  LineProcess start(Cache cache, Consumer<String> said, String... command) throws IOException {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("env", "TENUTO_NO_BUILD=1", "TENUTO_AOT=" + cache.setting));
    words.add(path.toAbsolutePath().toString());
    words.addAll(List.of(command));
    return LineProcess.start(words, said);
  }

  /** @throws IOException one line: that the process has not mapped the cache it should start from */
  static void requireCache(String name, LineProcess process) throws IOException {
    try (Stream<String> maps = Files.lines(Path.of("/proc", "" + process.pid(), "maps"))) {
      if (maps.noneMatch(line -> line.endsWith("/" + name + ".aot"))) {
        throw new IOException(
            "the " + name + " started without a cache: expected one of this build and this JDK,"
                + " made by ./tenuto aot");
      }
    }
  }
}
