package org.tenuto.library;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** A private key that signs drug libraries. Nothing here prints it; keep it off the device. */
public final class SigningKey {

  private static final String ALGORITHM = "Ed25519";
  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";
  private static final int PEM_WIDTH = 64;

  private final PrivateKey key;

  private SigningKey(PrivateKey key) {
    this.key = key;
  }

  /**
   * A new pair of keys in PEM form.
   *
   * @param privatePem to be kept to oneself
   * @param publicPem for whoever is to trust it
   */
  public record Pair(String privatePem, String publicPem) {

    /** Says nothing of the keys: this must never reach a log. */
    @Override
    public String toString() {
      return "a pair of keys";
    }
  }

  /** Makes a new pair of keys. */
  public static Pair newPair() {
    KeyPair keys = generate();
    return new Pair(
        pem(PRIVATE, keys.getPrivate().getEncoded()), pem(PUBLIC, keys.getPublic().getEncoded()));
  }

  /**
   * Reads a key in PEM form, as {@code openssl genpkey -algorithm ed25519} writes it.
   *
   * @param name the file, for messages
   * @throws IllegalArgumentException in one line that says nothing of the content, if it is not an
   *     Ed25519 private key in PKCS #8
   */
  public static SigningKey parse(String name, String pem) {
    String text = pem.strip();
    String begin = "-----BEGIN " + PRIVATE + "-----";
    String end = "-----END " + PRIVATE + "-----";
    if (!text.startsWith(begin) || !text.endsWith(end)) {
      throw new IllegalArgumentException(
          "key " + name + ": expected one private key in PEM form, PKCS #8, not encrypted");
    }
    try {
      String base64 = text.substring(begin.length(), text.length() - end.length());
      byte[] encoded = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
      return new SigningKey(
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // Without its cause: what a parser has to say of a private key is nobody's business.
      throw new IllegalArgumentException("key " + name + ": expected an Ed25519 private key");
    }
  }

  /** The content of a signature file: base64 and a line feed. */
  public byte[] sign(byte[] content) {
    return sign(key, content);
  }

  static byte[] sign(PrivateKey key, byte[] content) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(content);
      String base64 = Base64.getEncoder().encodeToString(signature.sign());
      return (base64 + "\n").getBytes(StandardCharsets.US_ASCII);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java can sign with Ed25519", e);
    }
  }

  static KeyPair generate() {
    try {
      return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }

  private static String pem(String what, byte[] encoded) {
    String base64 = Base64.getMimeEncoder(PEM_WIDTH, new byte[] {'\n'}).encodeToString(encoded);
    return "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n";
  }
}
