package org.tenuto.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.Intent;
import org.tenuto.proto.journal.ReadBack;

/** The order of a session: as it was asked for, read back, confirmed and changed. */
final class OrderFacts {

  private record Command(long stationBootId, long seq) {}

  /**
   * A change that came into force.
   *
   * @param before what was in force
   * @param readBack what is in force from then on
   * @param confirmedBy who confirmed it; empty if that is not on record
   */
  record Change(
      Kept kept, long monoNs, @Nullable ReadBack before, ReadBack readBack, String confirmedBy) {}

  private final long nonce;
  private final Map<Command, Intent> proposals = new HashMap<>();
  private final Map<Long, String> confirmedBy = new HashMap<>();
  private final List<Change> changes = new ArrayList<>();
  private @Nullable Intent proposal;
  private @Nullable ReadBack first;
  private long shownNs;

  OrderFacts(long nonce) {
    this.nonce = nonce;
  }

  /** Takes the next record. */
  void take(Kept kept) {
    switch (kept.message()) {
      case Intent intent when intent.hasPropose() ->
          proposals.put(new Command(intent.getStationBootId(), intent.getCommandSeq()), intent);
      case Intent intent when intent.hasStart() ->
          confirmedBy.putIfAbsent(intent.getStart().getNonce(), intent.getStaffId());
      case ExecutorEvent event -> said(event, kept);
      case null, default -> {
        // Nothing of the order.
      }
    }
  }

  private void said(ExecutorEvent event, Kept kept) {
    if (event.hasOrderReadBack()) {
      var one = event.getOrderReadBack();
      if (one.getReadBack().getNonce() == nonce) {
        first = one.getReadBack();
        shownNs = event.getStamp().getMonoNs();
        proposal = proposals.get(new Command(one.getStationBootId(), one.getCommandSeq()));
      }
    } else if (event.hasOrderChanged() && event.getStamp().getOrderNonce() == nonce) {
      ReadBack changed = event.getOrderChanged().getReadBack();
      String who = confirmedBy.getOrDefault(changed.getNonce(), "");
      changes.add(new Change(kept, event.getStamp().getMonoNs(), inForce(), changed, who));
    }
  }

  /** Its first read-back; null if that is not on record. */
  @Nullable ReadBack first() {
    return first;
  }

  /** When it was shown, monotonic ns. */
  long shownNs() {
    return shownNs;
  }

  /** What is in force after all changes; null if nothing of it is on record. */
  @Nullable ReadBack inForce() {
    return changes.isEmpty() ? first : changes.getLast().readBack();
  }

  List<Change> changes() {
    return List.copyOf(changes);
  }

  /** What staff asked for; null if that is not on record. */
  @Nullable Intent proposal() {
    return proposal;
  }

  /** Who confirmed and started it; empty if that is not on record. */
  String confirmedBy() {
    return confirmedBy.getOrDefault(nonce, "");
  }

  /** Drug in the syringe, ng/mL; 0 if not on record. */
  long concentrationNgPerMl() {
    ReadBack one = inForce();
    return one == null ? 0 : one.getOrder().getConcentrationNgPerMl();
  }

  /** The volume ordered at last, nL; 0 if not on record. */
  long volumeNl() {
    ReadBack one = inForce();
    return one == null ? 0 : one.getVolumeNl();
  }

  /** The highest flow rate any of its read-backs has, nL/h. */
  long highestNlPerH() {
    long highest = first == null ? 0 : highest(first);
    for (Change change : changes) {
      highest = Math.max(highest, highest(change.readBack()));
    }
    return highest;
  }

  private static long highest(ReadBack one) {
    return one.getPhasesList().stream()
        .mapToLong(phase -> phase.getRateNlPerH())
        .reduce(one.getRateNlPerH(), Math::max);
  }
}
