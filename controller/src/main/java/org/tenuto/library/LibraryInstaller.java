package org.tenuto.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
   * @param former of the one it replaced; null if there was none, or none that may be used
   * @param changed false if it was there already
   */
  public record Outcome(String title, @Nullable String former, boolean changed) {}

  /**
   * Verifies the library and puts it in place; the bytes that were verified are those written.
   *
   * @throws LibraryRefusedException if it may not be used; then nothing was touched
   * @throws IOException if a file could not be written; then the former library or the new one is
   *     in place
   */
  public Outcome install(LibraryFile file, Path place)
      throws LibraryRefusedException, IOException {
    String title = DrugLibrary.load(List.of(file), trusted, demoAllowed).title();
    byte[] signature = usableSignature(file);
    if (signature == null) {
      throw new IllegalStateException("a library that was verified has a signature");
    }
    LibraryFile former = read(place);
    if (former != null && Arrays.equals(former.toml(), file.toml())) {
      boolean usable = usableSignature(former) != null;
      store.replace(beside(place, SIGNATURE), signature);
      return new Outcome(title, usable ? title : null, !usable);
    }
    if (former != null) {
      keep(former, place);
    }
    replace(place, former, file.toml(), signature);
    return new Outcome(title, former == null ? null : title(former), true);
  }

  private void keep(LibraryFile former, Path place) throws IOException {
    Path previous = beside(place, PREVIOUS);
    byte[] signature = usableSignature(former);
    if (signature == null) {
      signature = former.signature(); // Never in force, but kept as it is.
    }
    replace(
        previous, read(previous), former.toml(), signature == null ? new byte[0] : signature);
  }

  /** The three steps; after each, the library at that place verifies if it did before. */
  private void replace(Path place, @Nullable LibraryFile former, byte[] toml, byte[] signature)
      throws IOException {
    Path signatures = beside(place, SIGNATURE);
    byte[] formerSignature = former == null ? null : usableSignature(former);
    if (formerSignature != null) {
      store.replace(signatures, both(formerSignature, signature));
      store.replace(place, toml);
    } else if (former == null) {
      // Nothing was in force: a signature without its library is as good as nothing.
      store.replace(signatures, signature);
      store.replace(place, toml);
      return;
    } else {
      store.replace(place, toml);
    }
    store.replace(signatures, signature);
  }

  private static byte[] both(byte[] former, byte[] fresh) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    lines.writeBytes(former);
    lines.writeBytes(fresh);
    return lines.toByteArray();
  }

  /** The line of the signature file that makes this very library usable; null if there is none. */
  private byte @Nullable [] usableSignature(LibraryFile file) {
    byte[] signatures = file.signature();
    if (signatures == null) {
      return null;
    }
    String text = new String(signatures, StandardCharsets.ISO_8859_1);
    for (String line : text.lines().toList()) {
      byte[] one = (line.strip() + "\n").getBytes(StandardCharsets.ISO_8859_1);
      if (title(new LibraryFile(file.name(), file.toml(), one)) != null) {
        return one;
      }
    }
    return null;
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
