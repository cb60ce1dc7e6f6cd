package org.tenuto.dose;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * Signs a drug library: {@code java LibrarySigner.java KEY.pem FILE.toml...} writes {@code
 * FILE.toml.sig} beside each file. Uses nothing but the JDK, so it runs from source.
 */
public final class LibrarySigner {

  private LibrarySigner() {}

  /** Signs the files named after the private key. */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    if (args.length < 2) {
      System.err.println("usage: LibrarySigner KEY.pem FILE.toml...");
      System.exit(2);
    }
    PrivateKey key = privateKey(Files.readString(Path.of(args[0])));
    for (int i = 1; i < args.length; i++) {
      byte[] signature = sign(key, Files.readAllBytes(Path.of(args[i])));
      Files.write(Path.of(args[i] + ".sig"), signature);
      System.out.println("signed " + args[i]);
    }
  }

  /** The content of a signature file: base64 and a line feed. */
  static byte[] sign(PrivateKey key, byte[] content) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(key);
    signature.update(content);
    String base64 = Base64.getEncoder().encodeToString(signature.sign());
    return (base64 + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** Reads an Ed25519 private key in PKCS #8 PEM form. */
  static PrivateKey privateKey(String pem) throws GeneralSecurityException {
    String base64 = pem.replaceAll("-----[A-Z ]+-----", "");
    byte[] encoded = Base64.getMimeDecoder().decode(base64);
    return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }
}
