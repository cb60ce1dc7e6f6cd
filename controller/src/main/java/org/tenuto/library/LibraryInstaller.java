package org.tenuto.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.config.LibraryFiles;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.LibraryFile;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.dose.TrustedKey;

/**
 * Puts a signed library in the place of another, and keeps the former as {@code PATH.previous}.
 *
 * <p>A library is two files, and no file system replaces two at once. So the signature file first
 * holds both signatures, the former one and the new one; then the library is replaced; then the
 * former signature goes. Wherever that ends, by a full disk or a power cut, what is there verifies,
 * as the former library or as the new one. One installer at a time.
 */
public final class LibraryInstaller {

  private static final String SIGNATURE = ".sig";
  private static final String PREVIOUS = ".previous";

  /** Length of an Ed25519 signature (RFC 8032). */
  private static final int SIGNATURE_BYTES = 64;

  private final List<TrustedKey> trusted;
  private final boolean demoAllowed;
  private final LibraryStore store;

  /**
   * @param trusted the keys that count, as for the device that will read the library
   * @param demoAllowed whether a library signed with a demo key is taken
   */
  public LibraryInstaller(List<TrustedKey> trusted, boolean demoAllowed, LibraryStore store) {
    this.trusted = List.copyOf(trusted);
    this.demoAllowed = demoAllowed;
    this.store = store;
  }

  /**
   * What was done.
   *
   * @param title of the library that is in its place now
   * @param former of the one it replaced; null if there was none, or none these keys signed
   * @param kept whether what was there is now {@code PATH.previous}; false also if it was the same
   */
  public record Outcome(String title, @Nullable String former, boolean kept) {}

  /**
   * Verifies the library and puts it in place; the bytes that were verified are those written.
   *
   * @throws LibraryRefusedException if it may not be used; then nothing was touched
   * @throws IOException if a file could not be written; then the former library or the new one is
   *     in place
   */
  public Outcome install(LibraryFile file, Path place) throws LibraryRefusedException, IOException {
    String title = DrugLibrary.load(List.of(file), trusted, demoAllowed).title();
    byte[] signature = usableSignature(file);
    if (signature == null) {
      throw new IllegalStateException("a library that was verified has a signature");
    }
    LibraryFile former = read(place);
    boolean other = former != null && !Arrays.equals(former.toml(), file.toml());
    if (former != null && other) {
      byte[] line = signature(former);
      replace(beside(place, PREVIOUS), former.toml(), line == null ? new byte[0] : line);
    }
    replace(place, file.toml(), signature);
    return new Outcome(title, former == null ? null : title(former), other);
  }

  /** The three steps; after each, the library at that place verifies if it did before. */
  private void replace(Path place, byte[] toml, byte[] signature) throws IOException {
    Path signatures = beside(place, SIGNATURE);
    LibraryFile former = read(place);
    byte[] formerSignature = former == null ? null : signature(former);
    if (formerSignature != null) {
      store.replace(signatures, both(formerSignature, signature));
      store.replace(place, toml);
    }
    store.replace(signatures, signature);
    if (formerSignature == null) {
      // Nothing was in force: a signature without its library is as good as nothing.
      store.replace(place, toml);
    }
  }

  /**
   * The signature of what is in place, to be kept beside the new one: the one these keys know, else
   * the last that has the shape of one, since the device that reads it may trust other keys.
   */
  private byte @Nullable [] signature(LibraryFile former) {
    byte[] usable = usableSignature(former);
    if (usable != null) {
      return usable;
    }
    List<byte[]> shaped = lines(former).stream().filter(LibraryInstaller::isShaped).toList();
    return shaped.isEmpty() ? null : shaped.getLast();
  }

  private static boolean isShaped(byte[] line) {
    try {
      String base64 = new String(line, StandardCharsets.ISO_8859_1).strip();
      return Base64.getDecoder().decode(base64).length == SIGNATURE_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] both(byte[] former, byte[] fresh) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    lines.writeBytes(former);
    lines.writeBytes(fresh);
    return lines.toByteArray();
  }

  /** The line of the signature file that makes this very library usable; null if there is none. */
  private byte @Nullable [] usableSignature(LibraryFile file) {
    for (byte[] line : lines(file)) {
      if (title(new LibraryFile(file.name(), file.toml(), line)) != null) {
        return line;
      }
    }
    return null;
  }

  private static List<byte[]> lines(LibraryFile file) {
    byte[] signatures = file.signature();
    if (signatures == null) {
      return List.of();
    }
    return new String(signatures, StandardCharsets.ISO_8859_1)
        .lines()
        .map(line -> (line.strip() + "\n").getBytes(StandardCharsets.ISO_8859_1))
        .toList();
  }

  private @Nullable String title(LibraryFile file) {
    try {
      return DrugLibrary.load(List.of(file), trusted, true).title();
    } catch (LibraryRefusedException e) {
      return null;
    }
  }

  private static @Nullable LibraryFile read(Path place) throws IOException {
    return Files.exists(place) ? LibraryFiles.read(List.of(place)).getFirst() : null;
  }

  private static Path beside(Path place, String suffix) {
    return place.resolveSibling(place.getFileName() + suffix);
  }
}
