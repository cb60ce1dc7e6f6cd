package org.tenuto.simulator.record;

import java.util.HashSet;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.infusion.InfusionState;
import org.tenuto.proto.journal.Intent;

/**
 * What starts or changes a delivery was durable on disk, as an intent, before the executor did it:
 * looked at in the moment it says so. One session, one thread.
 */
public final class IntentFirst {

  private final LongFunction<@Nullable Intent> durable;
  private final Complaints complaints;
  private final Set<Long> started = new HashSet<>();
  private @Nullable ExecutorEvent begun;

  /**
   * Nothing was done yet.
   *
   * @param durable the intent that is durable under that number; null if none is
   */
  IntentFirst(LongFunction<@Nullable Intent> durable, Complaints complaints) {
    this.durable = durable;
    this.complaints = complaints;
  }

  /** An executor said something. */
  public void heard(ExecutorEvent event) {
    ExecutorEvent open = begun;
    if (open != null && event.stamp().cycle() != open.stamp().cycle()) {
      complaints.add(this, "a delivery began and nobody had asked: order " + nonce(open));
      begun = null;
    }
    switch (event) {
      case ExecutorEvent.StateChanged changed when isDelivering(changed.to()) -> begun = changed;
      case ExecutorEvent.Answered answered when answered.journalSeq() != 0 -> answered(answered);
      case ExecutorEvent.OrderChanged changed
          when !started.contains(changed.readBack().nonce()) ->
          complaints.add(this, "a change nobody had confirmed: " + changed.readBack().nonce());
      default -> {
        // Begins nothing.
      }
    }
  }

  private static boolean isDelivering(InfusionState state) {
    return state == InfusionState.INFUSING || state == InfusionState.PRIMING;
  }

  private static long nonce(ExecutorEvent event) {
    return event.stamp().orderNonce();
  }

  private void answered(ExecutorEvent.Answered answered) {
    Intent intent = durable.apply(answered.journalSeq());
    if (intent == null
        || intent.getStationBootId() != answered.stationBootId()
        || intent.getCommandSeq() != answered.commandSeq()) {
      complaints.add(
          this,
          "command " + answered.commandSeq() + " is not on record at " + answered.journalSeq());
    } else if (answered.answer() == ExecutorEvent.Answer.ACCEPTED) {
      accepted(intent);
    }
  }

  private void accepted(Intent intent) {
    ExecutorEvent open = begun;
    if (intent.hasStart()) {
      started.add(intent.getStart().getNonce());
    }
    boolean asked =
        open != null
            && switch (intent.getCommandCase()) {
              case START -> intent.getStart().getNonce() == nonce(open);
              case RESUME -> intent.getResume().getNonce() == nonce(open);
              case START_PRIMING -> true;
              default -> false;
            };
    begun = asked ? null : open;
  }
}
