package org.tenuto.doctor;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  /** More than any file that is read has; /proc/meminfo has 1.5 kB. */
  private static final int CAPACITY = 16_384;

  /**
   * The text of a file without its last line feed; null if it is not there or can't be read. Asked
   * for in one piece: a number of {@code /proc/sys} gives nothing more after the first read, and
   * {@code Files.readString} first asks for a single byte of a file without a length.
   */
  @Nullable String text(String name) {
    try (var file = new FileInputStream(root.resolve(name).toFile())) {
      byte[] text = new byte[CAPACITY];
      int length = Math.max(0, file.read(text));
      return new String(text, 0, length, StandardCharsets.UTF_8).strip();
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
