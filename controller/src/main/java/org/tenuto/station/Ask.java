package org.tenuto.station;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.tenuto.control.StationCommand;

/**
 * A command whose header is made when its turn comes.
 *
 * @param command makes it
 * @param asked what goes on record with it
 * @param expiresAtNs until when it is good and somebody waits for its answer, monotonic ns
 * @param outcome what became of it
 */
record Ask(
    Function<StationCommand.Header, StationCommand> command,
    Asked asked,
    long expiresAtNs,
    CompletableFuture<Outcome> outcome) {

  /** When staff decided, monotonic ns. */
  long decidedNs() {
    return expiresAtNs - StationCommand.GOOD_FOR_NS;
  }

  /** Whether nobody waits for it any more: staff were told so. */
  boolean isVoid(long nowNs) {
    return outcome.isDone() || nowNs > expiresAtNs;
  }

  /** Tells staff, if they still wait. */
  void answer(Outcome became) {
    outcome.complete(became);
  }
}
