package org.tenuto.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The kernel's text files, below a root that is {@code /} but in tests.
 *
 * @param root folder that holds {@code proc}, {@code sys}, {@code dev} and {@code run}
 */
record KernelFiles(Path root) {

  /** The text of a file without its last line feed; null if it is not there or can't be read. */
  @Nullable String text(String name) {
    try {
      return Files.readString(root.resolve(name)).strip();
    } catch (IOException e) {
      return null;
    }
  }

  /** Whether there is such a file. */
  boolean has(String name) {
    return Files.exists(root.resolve(name));
  }

  /** The names in a folder that match a glob, sorted; none if it can't be read. */
  List<String> names(String folder, String glob) {
    Path path = root.resolve(folder);
    try (Stream<Path> entries = Files.list(path)) {
      var matcher = path.getFileSystem().getPathMatcher("glob:" + glob);
      return entries
          .map(Path::getFileName)
          .filter(matcher::matches)
          .map(Path::toString)
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
