package org.tenuto.benchmarks;

import com.google.protobuf.ByteString;
import java.util.List;
import org.tenuto.proto.telemetry.EventBody;
import org.tenuto.proto.telemetry.SealedEvent;
import org.tenuto.telemetry.EventFeed;

/** A record of the one event that happened last. One thread. */
final class BenchFeed implements EventFeed {

  private static final int HASH_BYTES = 32;

  private SealedEvent last = SealedEvent.getDefaultInstance();
  private long acknowledged;

  /** Another event happens; what a subscriber gets of it, but for its schema. */
  byte[] next() {
    EventBody body =
        EventBody.newBuilder().setState("INFUSING").setMonoNs(System.nanoTime()).build();
    last =
        SealedEvent.newBuilder()
            .setWireSeq(last.getWireSeq() + 1)
            .setPreviousHash(ByteString.copyFrom(new byte[HASH_BYTES]))
            .setHash(ByteString.copyFrom(new byte[HASH_BYTES]))
            .setBody(body.toByteString())
            .build();
    return last.toByteArray();
  }

  @Override
  public List<SealedEvent> after(long wireSeq, int limit) {
    return wireSeq < last.getWireSeq() ? List.of(last) : List.of();
  }

  @Override
  public long lastWireSeq() {
    return last.getWireSeq();
  }

  @Override
  public long acknowledged() {
    return acknowledged;
  }

  @Override
  public void acknowledge(long wireSeq) {
    acknowledged = wireSeq;
  }
}
