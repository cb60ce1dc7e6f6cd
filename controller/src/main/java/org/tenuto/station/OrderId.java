package org.tenuto.station;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The public name of an order: the same for everything about it, also after a restart, and of no
 * use for confirming it.
 */
final class OrderId {

  private static final int BYTES = 6;

  private OrderId() {}

  /** From the read-back's nonce, one way; empty for no order (nonce 0). */
  static String of(long nonce) {
    if (nonce == 0) {
      return "";
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(ByteBuffer.allocate(Long.BYTES).putLong(nonce).array());
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
