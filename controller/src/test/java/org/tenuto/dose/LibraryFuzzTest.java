package org.tenuto.dose;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;

/**
 * Any bytes whatever, well signed, are a library or refused with its faults: nothing else.
 *
 * <p>tomlj 2.2.0 asserts things that broken text makes untrue; the devices run without assertions,
 * so it runs without them here too.
 */
class LibraryFuzzTest {

  static {
    ClassLoader.getSystemClassLoader().setPackageAssertionStatus("org.tomlj", false);
  }

  private static final KeyPair KEYS = keys();
  private static final List<TrustedKey> TRUSTED =
      List.of(new TrustedKey("site", KEYS.getPublic(), false));

  @FuzzTest(maxDuration = "3m")
  @DictionaryFile(resourcePath = "library.dict")
  void loadsOrRefuses(byte[] toml) throws GeneralSecurityException {
    byte[] signature = LibrarySigner.sign(KEYS.getPrivate(), toml);
    List<LibraryFile> files = List.of(new LibraryFile("a.toml", toml, signature));
    try {
      DrugLibrary library = DrugLibrary.load(files, TRUSTED, false);
      assertThat(library.title()).isNotBlank();
      assertThat(library.drugs()).noneMatch(DrugEntry::demo);
    } catch (LibraryRefusedException refused) {
      assertThat(refused.faults()).isNotEmpty().noneMatch(fault -> fault.expected().isBlank());
    }
  }

  private static KeyPair keys() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }
}
