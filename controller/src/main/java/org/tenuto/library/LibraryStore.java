package org.tenuto.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Where files are replaced, one at a time and each at once: by a file system, or by a test. */
public interface LibraryStore {

  /**
   * Gives a file this content: whatever happens, it has the former content or this one, and this
   * one for good once the method has returned.
   */
  void replace(Path file, byte[] content) throws IOException;

  /** The file system: a new file, written through to the disk, then renamed over the old one. */
  LibraryStore DISK =
      (file, content) -> {
        Path whole = file.toAbsolutePath();
        Path fresh = whole.resolveSibling(whole.getFileName() + ".new");
        write(fresh, content);
        Files.move(fresh, whole, StandardCopyOption.ATOMIC_MOVE);
        Path folder = whole.getParent();
        if (folder != null) {
          try (FileChannel entries = FileChannel.open(folder)) {
            entries.force(true);
          }
        }
      };

  private static void write(Path file, byte[] content) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) {
        out.write(left);
      }
      out.force(true);
    }
  }
}
