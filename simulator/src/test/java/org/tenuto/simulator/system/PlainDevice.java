package org.tenuto.simulator.system;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.Diag;
import org.tenuto.proto.telemetry.EventBody;
import org.tenuto.proto.telemetry.Last;
import org.tenuto.proto.telemetry.Live;
import org.tenuto.proto.telemetry.SealedEvent;
import org.tenuto.proto.telemetry.Status;
import org.tenuto.telemetry.EventFeed;
import org.tenuto.telemetry.TelemetrySource;

/** A device that is idle and has as many events as a test says, one at first. */
final class PlainDevice implements EventFeed, TelemetrySource {

  private final AtomicLong last = new AtomicLong(1);
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong lives = new AtomicLong();

  void addEvents(long count) {
    last.addAndGet(count);
  }

  @Override
  public List<SealedEvent> after(long wireSeq, int limit) {
    return LongStream.rangeClosed(wireSeq + 1, Math.min(last.get(), wireSeq + limit))
        .mapToObj(PlainDevice::event)
        .toList();
  }

  private static SealedEvent event(long wireSeq) {
    ByteString body = EventBody.newBuilder().setMonoNs(wireSeq).build().toByteString();
    return SealedEvent.newBuilder().setWireSeq(wireSeq).setBody(body).build();
  }

  @Override
  public long lastWireSeq() {
    return last.get();
  }

  @Override
  public long acknowledged() {
    return acknowledged.get();
  }

  @Override
  public void acknowledge(long wireSeq) {
    acknowledged.set(wireSeq);
  }

  @Override
  public Birth birth() {
    return Birth.newBuilder().setPumpModel("NE-1000").build();
  }

  @Override
  public Live live() {
    return Live.newBuilder().setSeq(lives.incrementAndGet()).setStatus(status()).build();
  }

  @Override
  public Last last() {
    return Last.newBuilder().setStatus(status()).build();
  }

  @Override
  public Diag diag() {
    return Diag.getDefaultInstance();
  }

  @Override
  public Set<String> alarmConditions() {
    return Set.of("LINE_LOST");
  }

  @Override
  public long statusVersion() {
    return 1;
  }

  private static Status status() {
    return Status.newBuilder().setState("IDLE").build();
  }
}
