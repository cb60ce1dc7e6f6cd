package org.tenuto.telemetry;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.tenuto.proto.telemetry.Alarm;
import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.Diag;
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
  private volatile List<Alarm> alarms = List.of();

  void addEvents(long count) {
    last.addAndGet(count);
  }

  /** From now on these are active, and no others. */
  void alarm(String... conditions) {
    alarms =
        Stream.of(conditions)
            .map(c -> Alarm.newBuilder().setCondition(c).setPriority("HIGH").build())
            .toList();
    version.incrementAndGet();
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
  public Diag diag() {
    return Diag.newBuilder().setSkippedCycles(3).build();
  }

  @Override
  public Set<String> alarmConditions() {
    return Set.of("PUMP_SILENT", "LINE_LOST");
  }

  @Override
  public long statusVersion() {
    return version.get();
  }

  private Status status() {
    return Status.newBuilder().setState(state).addAllAlarms(alarms).build();
  }
}
