package org.tenuto.monitor;

import com.google.protobuf.ByteString;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of bytes. */
final class Sha256 {

  private Sha256() {}

  /** Of these, one after the other. */
  static ByteString of(ByteString... parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (ByteString part : parts) {
        sha.update(part.asReadOnlyByteBuffer());
      }
      return ByteString.copyFrom(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
