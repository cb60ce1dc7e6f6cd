package org.tenuto.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.NullMarked;
import org.tenuto.quantity.QuantityFormatException;

/** Writes a file whole or not at all: beside its place first, then moved there in one act. */
@NullMarked
public final class WholeFile {

  private WholeFile() {}

  /**
   * Refuses a place where no file can be put, before anything is computed.
   *
   * @throws QuantityFormatException if it is a folder or a device, or its folder is not there
   */
  public static void require(String what, Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new QuantityFormatException(what, file.toString(), "a file, not a folder or device");
    }
    if (file.getFileName() == null || !Files.isDirectory(folderOf(file))) {
      throw new QuantityFormatException(what, file.toString(), "a file in a folder that exists");
    }
  }

  /** Writes it; what was there before is replaced. */
  public static void write(Path file, String text) throws IOException {
    Path beside =
        folderOf(file).resolve("." + file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.writeString(beside, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(beside);
      throw e;
    }
  }

  private static Path folderOf(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }
}
