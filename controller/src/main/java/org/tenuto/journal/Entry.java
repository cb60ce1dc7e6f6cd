package org.tenuto.journal;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to be put on record.
 *
 * @param bootId the process it tells of: the executor's boot for what the executor reported, else
 *     the station's
 * @param monoNs when it happened, monotonic ns
 * @param wall when it happened by the wall clock, kept to 1 ms
 * @param type kind of record: the simple name of its payload's message, e.g. {@code Intent}
 * @param payload the message
 * @param wireBody what of it may leave the device; null for what never does
 */
public record Entry(
    long bootId,
    long monoNs,
    Instant wall,
    String type,
    ByteString payload,
    @Nullable ByteString wireBody) {

  /** A record that never leaves the device. */
  public static Entry confined(long bootId, long monoNs, Instant wall, MessageLite payload) {
    return new Entry(bootId, monoNs, wall, typeOf(payload), payload.toByteString(), null);
  }

  /** A record with a part that may be published. */
  public static Entry publishable(
      long bootId, long monoNs, Instant wall, MessageLite payload, MessageLite wireBody) {
    return new Entry(
        bootId, monoNs, wall, typeOf(payload), payload.toByteString(), wireBody.toByteString());
  }

  private static String typeOf(MessageLite payload) {
    return payload.getClass().getSimpleName();
  }
}
