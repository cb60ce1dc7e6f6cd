package org.tenuto.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.proto.journal.Checkpoint;
import org.tenuto.proto.journal.EventsMissing;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.ExecutorLost;
import org.tenuto.proto.journal.Intent;
import org.tenuto.proto.journal.Ledger;
import org.tenuto.proto.journal.StationStarted;

/**
 * The delivery of one order as the record follows it: the ledger with each event and each
 * checkpoint, what is missing between them, and what may have flowed after the last word.
 */
final class DeliveryTrail {

  /** A checkpoint is due each second: with none for so long there is a gap, ns. */
  static final long GAP_NS = 2_500_000_000L;

  /** A lost executor's pump is stopped by its own watchdog within so long, ns. */
  static final long LOST_NS = 2_000_000_000L;

  /** Without any word a delivery may have gone on for so long: 5 s and the lease of 1 s, ns. */
  static final long BLIND_NS = 6_000_000_000L;

  private final long nonce;
  private final List<TrailPoint> points = new ArrayList<>();
  private @Nullable List<TrailPoint> sorted;
  private final List<Long> stationStartsNs = new ArrayList<>();
  private boolean begun;
  private boolean askedToRun;
  private boolean atRest;
  private boolean lost;
  private boolean closed;

  /** The order is over and the pump was heard to rest: whatever comes is not of it. */
  private boolean settled;
  private long bootId;
  private long lastNonce;
  private int phase;
  private long programNlPerH;
  private long rateNlPerH;
  private long highestNlPerH;

  DeliveryTrail(long nonce) {
    this.nonce = nonce;
  }

  /** Takes the next record of that boot of the board. */
  void take(Kept kept) {
    if (closed) {
      return;
    }
    switch (kept.message()) {
      case ExecutorEvent event -> said(event, kept);
      case Checkpoint one -> checkpoint(one, kept);
      case ExecutorLost one -> lost(one, kept);
      case EventsMissing one when one.getExecutorBootId() == bootId -> atRest = false;
      case Intent one when one.hasStart() && one.getStart().getNonce() == nonce -> ask();
      case Intent one when one.hasResume() && begun -> ask();
      case StationStarted _ -> stationStartsNs.add(kept.monoNs());
      case null, default -> {
        // Says nothing of it.
      }
    }
  }

  private void ask() {
    begun = true;
    askedToRun = true;
  }

  /** The board was started anew: nothing after this is of this order. */
  void close() {
    closed = true;
  }

  private void said(ExecutorEvent event, Kept kept) {
    var stamp = event.getStamp();
    long eventBootId = kept.record().bootId();
    boolean ours = stamp.getOrderNonce() == nonce;
    if (ours) {
      bootId = eventBootId;
    } else if (eventBootId != bootId && bootId != 0) {
      return;
    }
    lastNonce = stamp.getOrderNonce();
    if (event.hasPumpChanged()) {
      pumpChanged(event.getPumpChanged().getPumpState());
    }
    if (ours && event.hasProgramSent()) {
      atRest = false;
      phase = event.getProgramSent().getPhase();
      programNlPerH = event.getProgramSent().getRateNlPerH();
      highestNlPerH = Math.max(highestNlPerH, programNlPerH);
    }
    if (ours) {
      begun |= event.hasProgramSent() || Words.isUnderWay(stamp.getState());
      point(kept, stamp.getMonoNs(), stamp.getState(), stamp.getLedger());
    }
  }

  private void pumpChanged(String pumpState) {
    atRest =
        switch (pumpState) {
          case "STOPPED", "PREPARING", "PROGRAMMING" -> true;
          default -> false;
        };
    rateNlPerH = pumpState.equals("RUNNING") ? programNlPerH : 0;
  }

  private void checkpoint(Checkpoint one, Kept kept) {
    if (one.getOrderNonce() == nonce) {
      begun |= Words.isUnderWay(one.getState());
      bootId = one.getExecutorBootId();
      phase = one.getPhase();
      rateNlPerH = one.getRateNlPerH();
      highestNlPerH = Math.max(highestNlPerH, rateNlPerH);
      point(kept, kept.monoNs(), one.getState(), one.getLedger());
    }
  }

  /** It names no order: it is of the one that executor spoke of last. */
  private void lost(ExecutorLost one, Kept kept) {
    if (one.getExecutorBootId() == bootId && lastNonce == nonce && begun) {
      rateNlPerH = 0;
      highestNlPerH = Math.max(highestNlPerH, one.getRateNlPerH());
      point(kept, kept.monoNs(), one.getState(), one.getLedger());
      lost = true;
    }
  }

  private void point(Kept kept, long monoNs, String state, Ledger ledger) {
    if (!begun) {
      return;
    }
    settled = !Words.isUnderWay(state) && (settled || atRest);
    TrailPoint point =
        new TrailPoint(
            kept.seq(),
            monoNs,
            state,
            atRest || settled,
            phase,
            rateNlPerH,
            ledger.getCommandedNl(),
            ledger.getAtLeastNl(),
            ledger.getAtMostNl());
    askedToRun = false;
    lost = false;
    if (points.isEmpty() || !point.isNoNews(points.getLast())) {
      points.add(point);
      sorted = null;
    }
  }

  /** What was heard, by rising time. */
  List<TrailPoint> points() {
    List<TrailPoint> ready = sorted;
    if (ready == null) {
      ready = points.stream().sorted(Comparator.comparingLong(TrailPoint::monoNs)).toList();
      sorted = ready;
    }
    return ready;
  }

  /** The last word; null if there is none. */
  @Nullable TrailPoint last() {
    return points.isEmpty() ? null : points().getLast();
  }

  /** Whether more may have been delivered after the last word than it says. */
  boolean endIsBlind() {
    TrailPoint last = last();
    return !settled && (askedToRun || (last != null && last.mayMove()));
  }

  /** How long more may have been delivered after the last word, ns. */
  long blindNs() {
    return lost ? LOST_NS : BLIND_NS;
  }

  /** The highest flow rate the pump was told, nL/h. */
  long highestNlPerH() {
    return highestNlPerH;
  }

  /** Where nothing is on record while the order ran or may have run. */
  List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    List<TrailPoint> sorted = points();
    for (int i = 1; i < sorted.size(); i++) {
      TrailPoint before = sorted.get(i - 1);
      long toNs = sorted.get(i).monoNs();
      boolean ran = before.isUnderWay() || before.mayMove();
      if (ran && toNs - before.monoNs() > GAP_NS) {
        gaps.add(new Gap(before.monoNs(), toNs, why(before.monoNs(), toNs)));
      }
    }
    TrailPoint last = last();
    if (last != null && endIsBlind()) {
      String why = lost ? "controller lost: its pump's watchdog" : "no word after this";
      gaps.add(new Gap(last.monoNs(), last.monoNs() + blindNs(), why));
    }
    return gaps;
  }

  private String why(long fromNs, long toNs) {
    boolean restarted = stationStartsNs.stream().anyMatch(at -> at > fromNs && at - toNs < GAP_NS);
    return restarted ? "station down" : "nothing recorded";
  }
}
