package org.tenuto.doctor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A folder, tried with a file of our own that is deleted again.
 *
 * @param folder the folder, or the nearest one above it that is there
 * @param type its file system, e.g. {@code tmpfs}
 * @param freeBytes what may still be written
 * @param syncNs how long 4 KiB took to the disk and back, ns
 */
record FolderTrial(Path folder, String type, long freeBytes, long syncNs) {

  private static final int PAGE_BYTES = 4096;

  /** Tries; throws with the reason if a file can't be made, written or synced. */
  static FolderTrial of(Path wanted) throws IOException {
    Path folder = nearest(wanted.toAbsolutePath());
    Path file = Files.createTempFile(folder, ".tenuto-doctor-", "");
    try {
      long syncNs = sync(file);
      var store = Files.getFileStore(folder);
      return new FolderTrial(folder, store.type(), store.getUsableSpace(), syncNs);
    } finally {
      Files.delete(file);
    }
  }

  /** The device makes a folder that is not there: then what is above it decides. */
  private static Path nearest(Path wanted) {
    Path folder = wanted;
    while (!Files.exists(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static long sync(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long startNs = System.nanoTime();
      channel.write(ByteBuffer.allocate(PAGE_BYTES));
      channel.force(true);
      return System.nanoTime() - startNs;
    }
  }
}
