package org.tenuto.simulator.fleet;

import java.util.Set;
import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.Diag;
import org.tenuto.proto.telemetry.Last;
import org.tenuto.proto.telemetry.Live;
import org.tenuto.proto.telemetry.OrderFigures;
import org.tenuto.proto.telemetry.Status;
import org.tenuto.simulator.fleet.Recording.Sample;
import org.tenuto.telemetry.TelemetrySource;

/** What a device of the fleet is and does now, from its recording. Owned by the device's thread. */
final class PlayedState implements TelemetrySource {

  private static final long VERSIONS_A_ROUND = 1L << 32;

  private final Playing playing;
  private final Clocks clocks;
  private final OrderIds ids;
  private int roundOfSeq;
  private long seq;

  PlayedState(Playing playing, Clocks clocks, OrderIds ids) {
    this.playing = playing;
    this.clocks = clocks;
    this.ids = ids;
  }

  private Sample sample() {
    return playing.recording().at(playing.positionNs());
  }

  @Override
  public Birth birth() {
    return playing.recording().birth().toBuilder().setWallMs(clocks.wallMs()).build();
  }

  @Override
  public Live live() {
    if (roundOfSeq != playing.round()) {
      roundOfSeq = playing.round(); // another boot
      seq = 0;
    }
    seq++;
    Sample sample = sample();
    return Live.newBuilder()
        .setWallMs(clocks.wallMs())
        .setMonoNs(clocks.monoNs(playing.nowNs()))
        .setSeq(seq)
        .setCycle(sample.cycle())
        .setStatus(own(sample.status()))
        .setProgress(sample.progress())
        .build();
  }

  @Override
  public Last last() {
    Sample sample = sample();
    return Last.newBuilder()
        .setWallMs(clocks.wallMs())
        .setMonoNs(clocks.monoNs(playing.nowNs()))
        .setStatus(own(sample.status()))
        .setProgress(sample.progress())
        .build();
  }

  @Override
  public Diag diag() {
    return playing.recording().diagAt(playing.positionNs()).toBuilder()
        .setWallMs(clocks.wallMs())
        .clearEventBacklog()
        .clearDroppedLive()
        .build();
  }

  @Override
  public Set<String> alarmConditions() {
    return playing.recording().alarmConditions();
  }

  @Override
  public long statusVersion() {
    return playing.round() * VERSIONS_A_ROUND + sample().version();
  }

  private Status own(Status status) {
    if (!status.hasOrder()) {
      return status;
    }
    OrderFigures order = status.getOrder();
    String id = ids.of(order.getOrderId(), playing.round());
    return status.toBuilder().setOrder(order.toBuilder().setOrderId(id)).build();
  }
}
