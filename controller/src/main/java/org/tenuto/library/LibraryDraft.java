package org.tenuto.library;

import java.security.KeyPair;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.LibraryFault;
import org.tenuto.dose.LibraryFile;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.dose.TrustedKey;

/**
 * A library file read on paper, whoever signed it: to be looked at, compared or signed, never to
 * give an order from. It is held to all that a signed one is held to, by signing it for the moment
 * with a key that nobody else ever sees.
 *
 * @param library null if anything is wrong with the file
 * @param demo whether it is one of pretended drugs, which only a demo key may sign
 * @param faults everything that is wrong with it
 */
public record LibraryDraft(@Nullable DrugLibrary library, boolean demo, List<LibraryFault> faults) {

  /** Reads the file's content; its signature is not looked at. */
  public static LibraryDraft read(LibraryFile file) {
    KeyPair keys = SigningKey.generate();
    LibraryFile signed =
        new LibraryFile(file.name(), file.toml(), SigningKey.sign(keys.getPrivate(), file.toml()));
    LibraryDraft clinical = read(signed, keys, false);
    LibraryDraft demo = read(signed, keys, true);
    // The kind that fits better: of the other, every drug is a fault.
    return demo.faults.size() < clinical.faults.size() ? demo : clinical;
  }

  private static LibraryDraft read(LibraryFile signed, KeyPair keys, boolean demo) {
    TrustedKey key = new TrustedKey("draft", keys.getPublic(), demo);
    try {
      DrugLibrary library = DrugLibrary.load(List.of(signed), List.of(key), true);
      return new LibraryDraft(library, demo, List.of());
    } catch (LibraryRefusedException e) {
      return new LibraryDraft(null, demo, e.faults());
    }
  }
}
