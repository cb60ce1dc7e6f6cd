package org.tenuto.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.tenuto.proto.journal.Checkpoint;
import org.tenuto.proto.journal.LinePressure;

/** The pressure of the line while one order was shown, as the checkpoints of the record tell it. */
final class PressureTrail {

  /**
   * One pressure.
   *
   * @param monoNs when, monotonic ns
   * @param pa above the air's, may be below 0
   */
  record Told(long monoNs, long pa) {}

  private final long nonce;
  private final List<List<Told>> stretches = new ArrayList<>();
  private boolean recorded;
  private boolean monitored;

  /** The next pressure begins a stretch of its own: before it there was none for a while. */
  private boolean apart = true;

  private long lastNs;

  PressureTrail(long nonce) {
    this.nonce = nonce;
  }

  /** Takes the next record of that boot of the board. */
  void take(Kept kept) {
    if (kept.message() instanceof Checkpoint one && one.getOrderNonce() == nonce) {
      take(one, kept.monoNs());
    }
  }

  private void take(Checkpoint one, long monoNs) {
    LinePressure pressure = one.getLinePressure();
    recorded |= one.hasLinePressure();
    monitored |= pressure.getMonitored();
    if (!pressure.hasPressurePa()) {
      apart = true;
      return;
    }
    if (apart || monoNs - lastNs > DeliveryTrail.GAP_NS) {
      stretches.add(new ArrayList<>());
    }
    stretches.getLast().add(new Told(monoNs, pressure.getPressurePa()));
    apart = false;
    lastNs = monoNs;
  }

  /** What was told without a gap, each by rising time. */
  List<List<Told>> stretches() {
    return stretches;
  }

  /** Why there is nothing to show, in plain words; empty if there is something. */
  String missing() {
    if (!stretches.isEmpty()) {
      return "";
    }
    if (!recorded) {
      return "not recorded";
    }
    return monitored ? "monitored, but its sensor told nothing" : "not monitored";
  }

  /** The highest, Pa. */
  OptionalLong highestPa() {
    return all().max();
  }

  /** The lowest, Pa. */
  OptionalLong lowestPa() {
    return all().min();
  }

  private LongStream all() {
    return stretches.stream().flatMap(List::stream).mapToLong(Told::pa);
  }
}
