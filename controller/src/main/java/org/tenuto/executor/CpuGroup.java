package org.tenuto.executor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the kernel counts the throttling of this process: by the text of /proc/self/cgroup. */
final class CpuGroup {

  private CpuGroup() {}

  /**
   * The file, relative to the root. Control groups of version 1 have a tree for each controller,
   * version 2 one for all, with an empty name in the list (cgroups(7)).
   */
  static Path statOf(String groups) {
    Optional<String> own = pathOf("cpu", groups).map(path -> "cpu" + path);
    return Path.of("sys/fs/cgroup", own.or(() -> pathOf("", groups)).orElse(""), "cpu.stat");
  }

  /** Lines are {@code number:controller,controller:/path}. */
  private static Optional<String> pathOf(String controller, String groups) {
    return groups
        .lines()
        .map(line -> line.split(":", 3))
        .filter(parts -> parts.length == 3)
        .filter(parts -> List.of(parts[1].split(",", -1)).contains(controller))
        .map(parts -> parts[2])
        .findFirst();
  }
}
