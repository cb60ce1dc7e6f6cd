package org.tenuto.simulator.fleet;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** SHA-256. */
final class Hash {

  static final int BYTES = 32;

  private Hash() {}

  /** Of these bytes, one after the other. */
  static ByteString of(ByteString... parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      List.of(parts).forEach(part -> sha.update(part.asReadOnlyByteBuffer()));
      return ByteString.copyFrom(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A number as 8 bytes, big endian. */
  static ByteString number(long value) {
    return ByteString.copyFrom(ByteBuffer.allocate(Long.BYTES).putLong(value).flip());
  }
}
