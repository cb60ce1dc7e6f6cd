package org.tenuto.monitor;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.tenuto.proto.telemetry.Event;
import org.tenuto.proto.telemetry.EventBody;
import org.tenuto.proto.telemetry.HaltTaken;
import org.tenuto.proto.telemetry.SealedEvent;

/** Event chains as a device would publish them. */
final class Events {

  private Events() {}

  /** {@code count} events from wire sequence 1 on; another {@code record} has other hashes. */
  static List<SealedEvent> chain(int count, long record) {
    List<SealedEvent> events = new ArrayList<>();
    ByteString previous = ByteString.copyFrom(new byte[32]);
    for (long seq = 1; seq <= count; seq++) {
      ByteString body = body(record * 1_000 + seq);
      ByteString hash = hash(previous, seq, body);
      events.add(
          SealedEvent.newBuilder()
              .setSchema(Event.getDescriptor().getFullName())
              .setWireSeq(seq)
              .setPreviousHash(previous)
              .setHash(hash)
              .setBody(body)
              .build());
      previous = hash;
    }
    return events;
  }

  private static ByteString body(long monoNs) {
    return EventBody.newBuilder()
        .setMonoNs(monoNs)
        .setState("PAUSED")
        .setHaltTaken(HaltTaken.newBuilder().setStop(true))
        .build()
        .toByteString();
  }

  static ByteString hash(ByteString previous, long seq, ByteString body) {
    ByteBuffer bytes = ByteBuffer.allocate(previous.size() + 8 + body.size());
    bytes.put(previous.toByteArray()).putLong(seq).put(body.toByteArray());
    try {
      return ByteString.copyFrom(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
