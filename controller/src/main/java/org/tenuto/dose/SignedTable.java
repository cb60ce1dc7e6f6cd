package org.tenuto.dose;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signed TOML file that is no drug library, trusted and read as one is. What is not signed is not
 * even parsed.
 *
 * @param top its table, to be read key by key; whatever is wrong is added to the faults
 * @param demo whether a demo key signed it
 */
public record SignedTable(LibraryTable top, boolean demo) {

  /**
   * Checks the signature and parses.
   *
   * @param trusted the keys whose signatures count
   * @param demoAllowed whether a file signed with a demo key is taken
   * @param faults everything found wrong is added here, also by reading the table
   * @return null if the file is refused; then the reason has been added
   */
  public static @Nullable SignedTable open(
      LibraryFile file, List<TrustedKey> trusted, boolean demoAllowed, List<LibraryFault> faults) {
    TrustedKey key = LibrarySignature.check(file, trusted, demoAllowed, faults);
    LibraryTable top = key == null ? null : LibraryText.parse(file, faults);
    return key == null || top == null ? null : new SignedTable(top, key.demo());
  }

  /** SHA-256 of a file's content, lower-case hex. */
  public static String hash(LibraryFile file) {
    return DrugLibrary.sha256(file.toml());
  }
}
