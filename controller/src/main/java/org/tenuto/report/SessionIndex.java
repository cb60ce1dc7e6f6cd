package org.tenuto.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenuto.proto.journal.Checkpoint;
import org.tenuto.proto.journal.ClosedIntent;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.Intent;
import org.tenuto.proto.journal.ReadBack;
import org.tenuto.proto.journal.StationRecovered;
import org.tenuto.proto.journal.StationStarted;

/**
 * Finds the orders of a record that were started, and shares the records out among them: what
 * comes before an order, from the first thing staff asked for after the last one, is told with it.
 *
 * <p>An order counts as started once its Start is on record and was not refused, or once its
 * delivery was heard of.
 */
final class SessionIndex {

  private static final class Found {
    private final long nonce;
    private final long fromSeq;
    private final long startSeq;
    private final long startNs;
    private final long startWallMs;
    private final String drug;
    private boolean heard;
    private boolean over;

    Found(long nonce, long fromSeq, Kept kept, String drug) {
      this.nonce = nonce;
      this.fromSeq = fromSeq;
      this.startSeq = kept.seq();
      this.startNs = kept.monoNs();
      this.startWallMs = kept.record().wallMs();
      this.drug = drug;
    }
  }

  private final List<Found> found = new ArrayList<>();
  private final Map<Long, String> shown = new HashMap<>();
  private final Map<Long, Long> startAsked = new HashMap<>();
  private long nextFromSeq;
  private long lastSeq;
  private String board = "";

  /** Takes the next record. */
  void take(Kept kept) {
    lastSeq = kept.seq();
    switch (kept.message()) {
      case Intent intent -> asked(intent, kept);
      case ExecutorEvent event -> said(event, kept);
      case Checkpoint one -> heard(one.getOrderNonce(), one.getState(), kept);
      case StationStarted one -> boardBooted(one.getBoardBootId());
      case StationRecovered one -> one.getClosedList().forEach(this::closed);
      case null, default -> {
        // Begins and ends no order.
      }
    }
  }

  private void asked(Intent intent, Kept kept) {
    Found last = last();
    boolean proposes = intent.hasPropose() || intent.hasProposePriming();
    if (proposes && last != null && (last.over || !last.heard) && nextFromSeq == 0) {
      nextFromSeq = kept.seq();
    }
    if (intent.hasStart() && shown.containsKey(intent.getStart().getNonce())) {
      startAsked.put(kept.seq(), intent.getStart().getNonce());
      begin(intent.getStart().getNonce(), kept);
    }
  }

  private void said(ExecutorEvent event, Kept kept) {
    var stamp = event.getStamp();
    if (event.hasBooted()) {
      end();
    } else if (event.hasOrderReadBack()) {
      ReadBack readBack = event.getOrderReadBack().getReadBack();
      if (readBack.getProgress().getOrderNonce() == 0) {
        shown.put(readBack.getNonce(), Words.drugAndProtocol(readBack));
      }
    } else if (event.hasAnswered() && !event.getAnswered().getAnswer().equals("ACCEPTED")) {
      withdraw(event.getAnswered().getJournalSeq());
    }
    heard(stamp.getOrderNonce(), event.hasProgramSent() ? "INFUSING" : stamp.getState(), kept);
  }

  private void heard(long nonce, String state, Kept kept) {
    if (nonce == 0) {
      return;
    }
    Found last = last();
    if (Words.isUnderWay(state)) {
      Found order = begin(nonce, kept);
      order.heard = true;
      nextFromSeq = order == last() ? 0 : nextFromSeq;
    } else if (last != null && last.nonce == nonce && last.heard) {
      last.over = true;
    }
  }

  private Found begin(long nonce, Kept kept) {
    for (Found one : found.reversed()) {
      if (one.nonce == nonce) {
        return one;
      }
    }
    long fromSeq = found.isEmpty() ? 1 : nextFromSeq == 0 ? kept.seq() : nextFromSeq;
    nextFromSeq = 0;
    Found order = new Found(nonce, fromSeq, kept, shown.getOrDefault(nonce, ""));
    found.add(order);
    return order;
  }

  private void closed(ClosedIntent one) {
    if (one.getOutcome() == ClosedIntent.Outcome.EXPIRED
        || one.getOutcome() == ClosedIntent.Outcome.REJECTED) {
      withdraw(one.getJournalSeq());
    }
  }

  /** A Start came to nothing: unless its order was heard of, there was none. */
  private void withdraw(long intentSeq) {
    Long nonce = startAsked.remove(intentSeq);
    Found last = last();
    boolean askedAgain = startAsked.containsValue(nonce);
    if (nonce != null && last != null && last.nonce == nonce && !last.heard && !askedAgain) {
      found.removeLast();
      nextFromSeq = found.isEmpty() ? 0 : last.fromSeq;
    }
  }

  private void boardBooted(String boardBootId) {
    if (!boardBootId.equals(board)) {
      end();
    }
    board = boardBootId;
  }

  /** Whatever ran is over. */
  private void end() {
    Found last = last();
    if (last != null) {
      last.over = true;
    }
  }

  private @Nullable Found last() {
    return found.isEmpty() ? null : found.getLast();
  }

  /** The orders, in the order of their starts; between them they have all records so far. */
  List<SessionSpan> sessions() {
    List<SessionSpan> spans = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Found one = found.get(i);
      long toSeq = i + 1 < found.size() ? found.get(i + 1).fromSeq - 1 : lastSeq;
      spans.add(
          new SessionSpan(
              i + 1,
              one.nonce,
              one.fromSeq,
              toSeq,
              one.startSeq,
              one.startNs,
              one.startWallMs,
              one.drug));
    }
    return spans;
  }
}
