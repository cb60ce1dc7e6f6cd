package org.tenuto.dose;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides whether a library file may be read at all: whose signature is on it, and may it be. */
final class LibrarySignature {

  private static final String EXPECTED = "an Ed25519 signature of this file by a trusted key";

  private LibrarySignature() {}

  /**
   * Finds the key that signed the file.
   *
   * @return null if the file is refused; then the reason has been added to the faults
   */
  static @Nullable TrustedKey check(
      LibraryFile file, List<TrustedKey> trusted, boolean demoAllowed, List<LibraryFault> faults) {
    byte[] signature = decode(file, faults);
    if (signature == null) {
      return null;
    }
    for (TrustedKey key : trusted) {
      if (key.signed(file.toml(), signature)) {
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

  private static byte @Nullable [] decode(LibraryFile file, List<LibraryFault> faults) {
    byte[] base64 = file.signature();
    if (base64 == null) {
      faults.add(new LibraryFault(file.name(), "signature", "missing", EXPECTED));
      return null;
    }
    try {
      return Base64.getDecoder().decode(new String(base64, StandardCharsets.ISO_8859_1).strip());
    } catch (IllegalArgumentException e) {
      faults.add(new LibraryFault(file.name(), "signature", "not base64", EXPECTED));
      return null;
    }
  }
}
