package org.tenuto.staff;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a PIN: PBKDF2-HMAC-SHA256 with a salt of its own. Slow on purpose, a good part of
 * a second of one core: never under a lock, and few at a time. Immutable.
 */
public final class PinHash {

  /** Fewest iterations (OWASP Password Storage Cheat Sheet, PBKDF2-HMAC-SHA256). */
  public static final int FEWEST_ITERATIONS = 600_000;

  /** So that a register can't stop the device: some 10 s of one core. */
  public static final int MOST_ITERATIONS = 10_000_000;

  /** Bytes of a salt. */
  public static final int SALT_BYTES = 16;

  /** Bytes of a hash. */
  public static final int HASH_BYTES = 32;

  private final int iterations;
  private final byte[] salt;
  private final byte[] hash;

  /** What a register has of it. */
  PinHash(int iterations, byte[] salt, byte[] hash) {
    this.iterations = iterations;
    this.salt = salt.clone();
    this.hash = hash.clone();
  }

  /** Of a PIN that is given to somebody now. */
  public static PinHash of(String pin, SecureRandom random) {
    return of(pin, random, FEWEST_ITERATIONS);
  }

  static PinHash of(String pin, SecureRandom random, int iterations) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new PinHash(iterations, salt, derive(pin, salt, iterations));
  }

  /** One that no PIN has, which takes as long to find out. */
  static PinHash ofNobody(SecureRandom random, int iterations) {
    byte[] salt = new byte[SALT_BYTES];
    byte[] hash = new byte[HASH_BYTES];
    random.nextBytes(salt);
    random.nextBytes(hash);
    return new PinHash(iterations, salt, hash);
  }

  /** Whether it is of this PIN; takes equally long for every one. */
  public boolean matches(String pin) {
    return MessageDigest.isEqual(hash, derive(pin, salt, iterations));
  }

  private static byte[] derive(String pin, byte[] salt, int iterations) {
    char[] typed = pin.toCharArray();
    PBEKeySpec spec = new PBEKeySpec(typed, salt, iterations, HASH_BYTES * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(spec)
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK lacks PBKDF2 with HMAC-SHA256", e);
    } finally {
      spec.clearPassword();
      Arrays.fill(typed, '0');
    }
  }

  int iterations() {
    return iterations;
  }

  String saltHex() {
    return HexFormat.of().formatHex(salt);
  }

  String hashHex() {
    return HexFormat.of().formatHex(hash);
  }
}
