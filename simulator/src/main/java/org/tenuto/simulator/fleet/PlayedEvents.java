package org.tenuto.simulator.fleet;

import com.google.protobuf.ByteString;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.tenuto.proto.telemetry.EventBody;
import org.tenuto.proto.telemetry.SealedEvent;
import org.tenuto.simulator.fleet.Recording.Happened;
import org.tenuto.telemetry.EventFeed;

/**
 * The record of a device of the fleet, as far as the broker has not acknowledged it: recorded
 * events with the device's own times, numbers and hash chain. Owned by the device's thread.
 */
final class PlayedEvents implements EventFeed {

  private final Playing playing;
  private final Clocks clocks;
  private final OrderIds ids;
  private final Deque<SealedEvent> waiting = new ArrayDeque<>();
  private ByteString lastHash = ByteString.copyFrom(new byte[Hash.BYTES]);
  private long lastSeq;
  private long acknowledged;
  private int round;
  private int next;

  /** What happened before now was told before. */
  PlayedEvents(Playing playing, Clocks clocks, OrderIds ids) {
    this.playing = playing;
    this.clocks = clocks;
    this.ids = ids;
    advance();
    waiting.clear();
    acknowledged = lastSeq;
  }

  /** Records what has happened by now. */
  void advance() {
    if (round != playing.round()) {
      round = playing.round();
      next = 0;
    }
    List<Happened> events = playing.recording().events();
    while (next < events.size() && events.get(next).atNs() <= playing.positionNs()) {
      seal(own(events.get(next).body()));
      next++;
    }
  }

  private EventBody own(EventBody body) {
    long realNs = playing.realNs(body.getMonoNs());
    EventBody.Builder own =
        body.toBuilder()
            .setMonoNs(clocks.monoNs(realNs))
            .setWallMs(clocks.wallMs(realNs, playing.nowNs()))
            .setOrderId(ids.of(body.getOrderId(), round));
    if (own.hasOrderReadBack() && own.getOrderReadBack().hasOrder()) {
      var order = own.getOrderReadBackBuilder().getOrderBuilder();
      order.setOrderId(ids.of(order.getOrderId(), round));
    }
    if (own.hasOrderChanged() && own.getOrderChanged().hasOrder()) {
      var order = own.getOrderChangedBuilder().getOrderBuilder();
      order.setOrderId(ids.of(order.getOrderId(), round));
    }
    return own.build();
  }

  /** The formula stated at {@code Event.hash} in telemetry.proto. */
  private void seal(EventBody event) {
    ByteString body = event.toByteString();
    lastSeq++;
    ByteString hash = Hash.of(lastHash, Hash.number(lastSeq), body);
    waiting.add(
        SealedEvent.newBuilder()
            .setWireSeq(lastSeq)
            .setPreviousHash(lastHash)
            .setHash(hash)
            .setBody(body)
            .build());
    lastHash = hash;
  }

  @Override
  public List<SealedEvent> after(long wireSeq, int limit) {
    return waiting.stream().filter(event -> event.getWireSeq() > wireSeq).limit(limit).toList();
  }

  @Override
  public long lastWireSeq() {
    return lastSeq;
  }

  @Override
  public long acknowledged() {
    return acknowledged;
  }

  @Override
  public void acknowledge(long wireSeq) {
    acknowledged = wireSeq;
    while (!waiting.isEmpty() && waiting.element().getWireSeq() <= wireSeq) {
      waiting.remove();
    }
  }
}
