package org.tenuto.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.proto.journal.Checkpoint;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.Ledger;
import org.tenuto.proto.journal.PrimingBegun;

/** The primings of a session: told apart from what an order delivered. */
final class PrimingLog {

  /**
   * One priming.
   *
   * @param begunNs monotonic ns
   * @param delivered with what may have flowed unseen where its end is not on record
   * @param ended whether the pump was heard to rest after it
   */
  record Priming(
      Kept kept, long begunNs, long volumeNl, long nlPerH, Bracket delivered, boolean ended) {}

  private final List<Priming> primings = new ArrayList<>();
  private @Nullable Kept begun;
  private @Nullable PrimingBegun program;
  private long begunNs;
  private Bracket heard = Bracket.NOTHING;

  /** Takes the next record of the session. */
  void take(Kept kept) {
    switch (kept.message()) {
      case ExecutorEvent event when event.hasPrimingBegun() -> {
        close();
        begun = kept;
        begunNs = event.getStamp().getMonoNs();
        program = event.getPrimingBegun();
      }
      case ExecutorEvent event when event.hasPrimingEnded() -> {
        heard = bracket(event.getPrimingEnded().getLedger());
        add(heard, true);
      }
      case Checkpoint one when one.hasPriming() && begun != null ->
          heard = bracket(one.getPriming().getLedger());
      case null, default -> {
        // Nothing of it.
      }
    }
  }

  /** A priming whose end never came. */
  private void close() {
    PrimingBegun open = program;
    if (open != null) {
      add(
          heard.widened(open.getRateNlPerH(), DeliveryTrail.BLIND_NS, open.getVolumeNl()), false);
    }
  }

  private void add(Bracket delivered, boolean ended) {
    Kept start = begun;
    PrimingBegun open = program;
    if (start != null && open != null) {
      primings.add(
          new Priming(
              start, begunNs, open.getVolumeNl(), open.getRateNlPerH(), delivered, ended));
    }
    begun = null;
    program = null;
    heard = Bracket.NOTHING;
  }

  private static Bracket bracket(Ledger ledger) {
    return new Bracket(ledger.getCommandedNl(), ledger.getAtLeastNl(), ledger.getAtMostNl());
  }

  /** All of them; the last may not be over. */
  List<Priming> all() {
    close();
    return List.copyOf(primings);
  }
}
