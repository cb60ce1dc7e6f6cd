package org.tenuto.library;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.List;
import org.tenuto.dose.LibraryFile;
import org.tenuto.dose.TrustedKey;

/** The shipped library as text, to be changed, and keys to sign it with. */
public final class SampleLibrary {

  static final KeyPair KEYS = SigningKey.generate();
  static final List<TrustedKey> TRUSTED = List.of(new TrustedKey("site", KEYS.getPublic(), false));

  /** The shipped ketamine library. */
  public static final String KETAMINE =
      new String(ShippedLibrary.ketamine().toml(), StandardCharsets.UTF_8);

  private SampleLibrary() {}

  /** The shipped library with a text in it replaced, where it is found first after another. */
  public static String with(String after, String from, String to) {
    int at = KETAMINE.indexOf(from, KETAMINE.indexOf(after));
    if (at < 0 || !KETAMINE.contains(after)) {
      throw new AssertionError(after + " … " + from + " is not in the shipped library");
    }
    return KETAMINE.substring(0, at) + to + KETAMINE.substring(at + from.length());
  }

  /** The shipped library under another version. */
  static String version(String version) {
    return with("", "version = \"2\"", "version = \"" + version + "\"");
  }

  static LibraryFile unsigned(String toml) {
    return new LibraryFile("a.toml", toml.getBytes(StandardCharsets.UTF_8), null);
  }

  static LibraryFile signed(String toml) {
    byte[] content = toml.getBytes(StandardCharsets.UTF_8);
    return new LibraryFile("a.toml", content, SigningKey.sign(KEYS.getPrivate(), content));
  }
}
