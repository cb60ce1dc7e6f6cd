package org.tenuto.station;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.tenuto.control.ExecutorEvent;

/** Commands of this boot that wait for their answer. Keeper thread only. */
final class PendingCommands {

  private final long stationBootId;
  private final Map<Long, CompletableFuture<Outcome>> waiting = new HashMap<>();

  PendingCommands(long stationBootId) {
    this.stationBootId = stationBootId;
  }

  void add(long commandSeq, CompletableFuture<Outcome> future) {
    waiting.values().removeIf(CompletableFuture::isDone);
    waiting.put(commandSeq, future);
  }

  /** Answers whoever waits for this event; it is durable by now. */
  void heard(ExecutorEvent event) {
    switch (event) {
      case ExecutorEvent.Answered e when e.stationBootId() == stationBootId ->
          complete(e.commandSeq(), e);
      case ExecutorEvent.OrderReadBack e when e.stationBootId() == stationBootId ->
          complete(e.commandSeq(), e);
      case ExecutorEvent.PrimingOffered e when e.stationBootId() == stationBootId ->
          complete(e.commandSeq(), e);
      default -> {
        // Answers no command of ours.
      }
    }
  }

  /** Nobody will be answered any more. */
  void completeAll(Outcome outcome) {
    waiting.values().forEach(future -> future.complete(outcome));
    waiting.clear();
  }

  private void complete(long commandSeq, ExecutorEvent event) {
    CompletableFuture<Outcome> future = waiting.remove(commandSeq);
    if (future != null) {
      future.complete(new Outcome.Heard(event));
    }
  }
}
