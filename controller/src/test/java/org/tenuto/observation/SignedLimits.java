package org.tenuto.observation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.tenuto.dose.LibraryFile;
import org.tenuto.dose.TrustedKey;

/** Limits of a test, signed with a key of its own. */
public final class SignedLimits {

  static final KeyPair PAIR = pair();
  static final TrustedKey KEY = new TrustedKey("site", PAIR.getPublic(), false);

  static final String HEAD =
      "kind = \"observation\"\nschema = 1\nname = \"t\"\nversion = \"1\"\n";

  private SignedLimits() {}

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One limit of the systolic pressure, from the start on; two readings 1 s apart confirm. */
  static String limit(String id, String level, String side, int limit) {
    return """

        [[limit]]
        id = "%s"
        measure = "SYSTOLIC"
        when = "FROM_START"
        level = "%s"
        side = "%s"
        limit = %d
        confirm_s = 1
        confirmed_only = false
        enabled = true
        evidence = "PROPOSED"
        source = "test"
        """
        .formatted(id, level, side, limit);
  }

  /** A pause above 180 mmHg, confirmed by a reading 1 s later. */
  public static Thresholds pauseAbove180() {
    return load(HEAD + limit("SBP-PAUSE", "PAUSE", "ABOVE", 180));
  }

  static Thresholds load(String toml) {
    byte[] content = toml.getBytes(UTF_8);
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(PAIR.getPrivate());
      signature.update(content);
      byte[] signed = Base64.getEncoder().encode(signature.sign());
      return Thresholds.load(new LibraryFile("t.toml", content, signed), List.of(KEY), false);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
