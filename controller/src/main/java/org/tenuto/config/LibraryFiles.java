package org.tenuto.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.LibraryFile;
import org.tenuto.dose.TrustedKey;

/** Reads drug library files, their signatures and the keys they are checked against. */
public final class LibraryFiles {

  private static final String SIGNATURE_SUFFIX = ".sig";

  private LibraryFiles() {}

  /**
   * Reads each library and the signature beside it; a missing signature is for the library to say.
   */
  public static List<LibraryFile> read(List<Path> paths) throws IOException {
    List<LibraryFile> files = new ArrayList<>();
    for (Path path : paths) {
      Path signature = path.resolveSibling(path.getFileName() + SIGNATURE_SUFFIX);
      files.add(
          new LibraryFile(
              path.toString(), bytes(path), Files.exists(signature) ? bytes(signature) : null));
    }
    return files;
  }

  /** Reads the public keys that count, and those that count for demonstration libraries only. */
  public static List<TrustedKey> readKeys(List<Path> trusted, List<Path> demo) throws IOException {
    List<TrustedKey> keys = new ArrayList<>();
    for (Path path : trusted) {
      keys.add(key(path, false));
    }
    for (Path path : demo) {
      keys.add(key(path, true));
    }
    return keys;
  }

  private static TrustedKey key(Path path, boolean demo) throws IOException {
    String pem = new String(bytes(path), StandardCharsets.US_ASCII);
    try {
      return TrustedKey.parse(path.toString(), pem, demo);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static byte[] bytes(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      // One byte more than may be taken is enough to refuse it.
      return in.readNBytes(DrugLibrary.LONGEST_FILE_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw new IOException(path + ": no such file", e);
    }
  }
}
