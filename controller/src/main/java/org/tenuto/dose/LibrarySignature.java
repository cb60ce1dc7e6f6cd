package org.tenuto.dose;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a library file may be read at all: whose signature is on it, and may it be.
 *
 * <p>A signature file holds one signature, or two, a line each, while one library takes the place
 * of another: no file system replaces a library and its signature at once.
 */
final class LibrarySignature {

  private static final String EXPECTED = "an Ed25519 signature of this file by a trusted key";

  /** Of the library that is in place and of the one that is to come. */
  private static final int MOST_LINES = 2;

  private LibrarySignature() {}

  /**
   * Finds the key that signed the file.
   *
   * @return null if the file is refused; then the reason has been added to the faults
   */
  static @Nullable TrustedKey check(
      LibraryFile file, List<TrustedKey> trusted, boolean demoAllowed, List<LibraryFault> faults) {
    List<byte[]> signatures = decode(file, faults);
    if (signatures == null) {
      return null;
    }
    for (TrustedKey key : trusted) {
      if (signatures.stream().anyMatch(signature -> key.signed(file.toml(), signature))) {
        return acceptable(file, key, demoAllowed, faults);
      }
    }
    faults.add(
        new LibraryFault(
            file.name(), "signature", "of another content or by an unknown key", EXPECTED));
    return null;
  }

  private static @Nullable TrustedKey acceptable(
      LibraryFile file, TrustedKey key, boolean demoAllowed, List<LibraryFault> faults) {
    if (!key.demo() || demoAllowed) {
      return key;
    }
    faults.add(
        new LibraryFault(
            file.name(), "signature", "by the demo key", "another key outside a demonstration"));
    return null;
  }

  private static @Nullable List<byte[]> decode(LibraryFile file, List<LibraryFault> faults) {
    byte[] base64 = file.signature();
    if (base64 == null) {
      faults.add(new LibraryFault(file.name(), "signature", "missing", EXPECTED));
      return null;
    }
    List<String> lines =
        new String(base64, StandardCharsets.ISO_8859_1)
            .lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.size() > MOST_LINES) {
      String found = lines.size() + " lines";
      faults.add(new LibraryFault(file.name(), "signature", found, "at most " + MOST_LINES));
      return null;
    }
    try {
      return lines.stream().map(line -> Base64.getDecoder().decode(line)).toList();
    } catch (IllegalArgumentException e) {
      faults.add(new LibraryFault(file.name(), "signature", "not base64", EXPECTED));
      return null;
    }
  }
}
