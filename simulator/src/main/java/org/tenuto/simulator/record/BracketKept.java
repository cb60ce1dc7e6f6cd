package org.tenuto.simulator.record;

import com.google.protobuf.Message;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenuto.proto.journal.Checkpoint;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.ExecutorLost;
import org.tenuto.proto.journal.Ledger;

/**
 * The last thing on record about an order holds what was really given of it. Where the plunger
 * moved on after that, with what may have flowed since: 2 s of its watchdog where the executor is
 * on record as lost, 5 s and the lease where nothing is, as when the board lost its power; never
 * more than was ordered.
 */
final class BracketKept implements RecordCheck {

  private static final long LOST_MS = 2_000;
  private static final long BLIND_MS = 6_000;
  private static final long MS_PER_H = 3_600_000;

  /** So long after the plunger came to rest its last bracket is on record, if one is kept. */
  private static final long LATE_NS = 3_000_000_000L;

  private final PhysicalTruth truth;
  private final long digitNl;
  private final Complaints complaints;
  private final Map<Long, Word> last = new HashMap<>();

  /** What the record says of an order, as of a moment; whether it is the last word of a lost one. */
  private record Word(long bootId, long atNs, long atLeastNl, long atMostNl, boolean lost) {}

  BracketKept(PhysicalTruth truth, long digitNl, Complaints complaints) {
    this.truth = truth;
    this.digitNl = digitNl;
    this.complaints = complaints;
  }

  @Override
  public void take(Kept kept) {
    Message message = kept.message();
    switch (message) {
      case ExecutorEvent event -> {
        var stamp = event.getStamp();
        said(stamp.getOrderNonce(), word(kept, stamp.getMonoNs(), stamp.getLedger(), false));
      }
      case Checkpoint one ->
          said(one.getOrderNonce(), word(kept, kept.monoNs(), one.getLedger(), false));
      case ExecutorLost one -> lost(word(kept, kept.monoNs(), one.getLedger(), true));
      default -> {
        // Says nothing of what was given.
      }
    }
  }

  private static Word word(Kept kept, long atNs, Ledger ledger, boolean lost) {
    return new Word(
        kept.record().bootId(), atNs, ledger.getAtLeastNl(), ledger.getAtMostNl(), lost);
  }

  private void said(long nonce, Word word) {
    last.merge(nonce, word, (before, now) -> now.atNs() >= before.atNs() ? now : before);
  }

  /** It names no order: it is of the one that executor spoke of last. */
  private void lost(Word word) {
    last.entrySet().stream()
        .filter(one -> one.getKey() != 0 && one.getValue().bootId() == word.bootId())
        .max(Map.Entry.comparingByValue((a, b) -> Long.compare(a.atNs(), b.atNs())))
        .ifPresent(one -> said(one.getKey(), word));
  }

  @Override
  public void judge(Ending ending) {
    for (GivenOrder order : truth.orders()) {
      judge(order, last.get(order.nonce), ending);
    }
  }

  private void judge(GivenOrder order, @Nullable Word word, Ending ending) {
    long atLeastNl = word == null ? 0 : word.atLeastNl();
    if (order.countedNl() < atLeastNl - digitNl) {
      complaints.add(this, "given " + order.countedNl() + " nL, on record at least " + atLeastNl);
    }
    long atMostNl = atMostNl(order, word);
    if (order.givenNl() > atMostNl + digitNl) {
      complaints.add(this, "given " + order.givenNl() + " nL, on record at most " + atMostNl);
    }
    boolean current = word != null && word.atNs() >= order.movedNs();
    boolean sameExecutor = word != null && word.bootId() == ending.executorBootId();
    boolean rests = ending.nowNs() - order.movedNs() > LATE_NS;
    boolean given = order.givenNl() > digitNl;
    if (given && !current && sameExecutor && rests && ending.keptFor(LATE_NS)) {
      complaints.add(this, "at rest with " + order.givenNl() + " nL, and not on record since");
    }
  }

  private static long atMostNl(GivenOrder order, @Nullable Word word) {
    if (word == null) {
      return Math.min(order.totalNl(), flowNl(order, BLIND_MS));
    }
    if (word.atNs() >= order.movedNs()) {
      return word.atMostNl();
    }
    long blindNl = flowNl(order, word.lost() ? LOST_MS : BLIND_MS);
    return Math.min(Math.max(order.totalNl(), word.atMostNl()), word.atMostNl() + blindNl);
  }

  private static long flowNl(GivenOrder order, long ms) {
    return order.highestRateNlPerH() * ms / MS_PER_H;
  }
}
