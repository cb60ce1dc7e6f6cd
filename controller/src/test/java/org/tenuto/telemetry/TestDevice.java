package org.tenuto.telemetry;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.EventBody;
import org.tenuto.proto.telemetry.Last;
import org.tenuto.proto.telemetry.Live;
import org.tenuto.proto.telemetry.SealedEvent;
import org.tenuto.proto.telemetry.Status;

/** A device with as many events as the test says. */
final class TestDevice implements EventFeed, TelemetrySource {

  private final AtomicLong last = new AtomicLong();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong lives = new AtomicLong();
  private final AtomicLong version = new AtomicLong();
  private volatile String state = "IDLE";

  void addEvents(long count) {
    last.addAndGet(count);
  }

  void enter(String newState) {
    state = newState;
    version.incrementAndGet();
  }

  @Override
  public List<SealedEvent> after(long wireSeq, int limit) {
    return LongStream.rangeClosed(wireSeq + 1, Math.min(last.get(), wireSeq + limit))
        .mapToObj(TestDevice::event)
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
  public long statusVersion() {
    return version.get();
  }

  private Status status() {
    return Status.newBuilder().setState(state).build();
  }
}
