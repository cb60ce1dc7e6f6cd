package org.tenuto.simulator.record;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tenuto.journal.WirePart;
import org.tenuto.proto.telemetry.SealedEvent;

/**
 * What was published is what is on record: events with rising wire sequences and no gap, none with
 * two contents, each the record's own bytes; everything, once broker and record have been well for
 * 30 s; and nothing but what may leave the device.
 */
final class WireKept implements RecordCheck {

  /** What a lost connection, its silence and the waits before the next can take. */
  private static final long WELL_NS = 30_000_000_000L;

  /** So late an event may be on its way. */
  private static final long LATE_NS = 3_000_000_000L;

  private static final Set<String> PUBLISHED =
      Set.of("ExecutorEvent", "ExecutorLost", "StationStarted", "StationStopped");

  private final List<SealedEvent> received;
  private final Complaints complaints;

  /** The record's published parts; wire sequence n is at n - 1. */
  private final List<WirePart> kept = new ArrayList<>();

  private final List<Long> keptNs = new ArrayList<>();
  private final Map<Long, SealedEvent> first = new HashMap<>();
  private int looked;
  private long highest;

  /**
   * Nothing was published yet.
   *
   * @param received events as they came to the broker; grows
   */
  WireKept(List<SealedEvent> received, Complaints complaints) {
    this.received = received;
    this.complaints = complaints;
  }

  @Override
  public void take(Kept one) {
    WirePart wire = one.record().wire();
    if (wire == null) {
      return;
    }
    if (!PUBLISHED.contains(one.record().type())) {
      complaints.add(this, "a " + one.record().type() + " may leave the device: " + one.seq());
    }
    kept.add(wire);
    keptNs.add(one.monoNs());
  }

  @Override
  public void judge(Ending ending) {
    while (looked < received.size()) {
      look(received.get(looked++));
    }
    if (ending.keptFor(WELL_NS) && ending.brokerFor(WELL_NS) && highest < kept.size()) {
      long sinceNs = keptNs.get(Math.toIntExact(highest));
      if (ending.nowNs() - sinceNs > LATE_NS) {
        complaints.add(this, "not published: event " + (highest + 1) + " of " + kept.size());
      }
    }
  }

  private void look(SealedEvent event) {
    long seq = event.getWireSeq();
    SealedEvent before = first.putIfAbsent(seq, event);
    if (before == null && seq != highest + 1) {
      complaints.add(this, "event " + seq + " came after " + highest);
    } else if (before != null && !before.equals(event)) {
      complaints.add(this, "event " + seq + " came with two contents");
    }
    highest = Math.max(highest, seq);
    if (seq < 1 || seq > kept.size() || !isKept(event, kept.get(Math.toIntExact(seq - 1)))) {
      complaints.add(this, "event " + seq + " is not on record as it was published");
    }
  }

  private static boolean isKept(SealedEvent event, WirePart wire) {
    ByteString body = event.getBody();
    return wire.seq() == event.getWireSeq()
        && body.equals(wire.body())
        && event.getHash().equals(wire.hash())
        && event.getPreviousHash().equals(wire.previousHash());
  }
}
