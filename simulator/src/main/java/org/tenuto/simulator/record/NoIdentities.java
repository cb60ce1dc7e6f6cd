package org.tenuto.simulator.record;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import org.tenuto.proto.telemetry.SealedEvent;
import org.tenuto.telemetry.Envelope;

/**
 * Nothing that leaves the device names a member of staff. Looks at every message that reaches the
 * broker, at what it says, not at its hashes, in which any four letters may stand by chance.
 */
public final class NoIdentities {

  private final byte[] name;
  private final Complaints complaints;

  /**
   * Nothing has left yet.
   *
   * @param staffId what must not
   */
  NoIdentities(String staffId, Complaints complaints) {
    name = staffId.getBytes(StandardCharsets.UTF_8);
    this.complaints = complaints;
  }

  /** A message has reached the broker. */
  public void look(Envelope envelope) {
    if (contains(said(envelope))) {
      complaints.add(this, "a message to " + envelope.topic() + " names a member of staff");
    }
  }

  private static ByteString said(Envelope envelope) {
    if (!envelope.topic().equals("event")) {
      return envelope.payload();
    }
    try {
      return SealedEvent.parseFrom(envelope.payload()).getBody();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("what was published as an event is none", e);
    }
  }

  private boolean contains(ByteString text) {
    for (int from = 0; from <= text.size() - name.length; from++) {
      int same = 0;
      while (same < name.length && text.byteAt(from + same) == name[same]) {
        same++;
      }
      if (same == name.length) {
        return true;
      }
    }
    return false;
  }
}
