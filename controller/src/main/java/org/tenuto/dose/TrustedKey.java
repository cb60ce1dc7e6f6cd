package org.tenuto.dose;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * A key whose signature makes a drug library acceptable.
 *
 * @param name whose it is, for messages
 * @param key Ed25519 public key
 * @param demo signs demonstration libraries, and only those
 */
public record TrustedKey(String name, PublicKey key, boolean demo) {

  private static final String ALGORITHM = "Ed25519";
  private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
  private static final String END = "-----END PUBLIC KEY-----";

  /**
   * Reads a public key in PEM form, as {@code openssl pkey -pubout} writes it.
   *
   * @throws IllegalArgumentException in one line, if it is not an Ed25519 public key
   */
  public static TrustedKey parse(String name, String pem, boolean demo) {
    String text = pem.strip();
    boolean framed = text.startsWith(BEGIN) && text.endsWith(END);
    if (!framed || text.length() < BEGIN.length() + END.length()) {
      throw new IllegalArgumentException("key " + name + ": expected a PEM public key");
    }
    String base64 = text.substring(BEGIN.length(), text.length() - END.length());
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(base64);
      PublicKey key =
          KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
      return new TrustedKey(name, key, demo);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException("key " + name + ": expected an Ed25519 public key", e);
    }
  }

  /** Whether this key made that signature of that content. */
  boolean signed(byte[] content, byte[] signature) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update(content);
      return check.verify(signature);
    } catch (SignatureException e) {
      return false; // Not even the shape of a signature: so this key did not make it.
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("key " + name + ": this Java can't check Ed25519", e);
    }
  }
}
