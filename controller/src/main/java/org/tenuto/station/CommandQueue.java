package org.tenuto.station;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.StationCommand;
import org.tenuto.journal.Entry;
import org.tenuto.link.StationLink;

/**
 * The commands of this station: waiting their turn, being put on record, sent and waiting for their
 * answer. Keeper thread only, but for {@link #awaits}.
 */
final class CommandQueue {

  /** So long a command waits for an executor that is just being joined. */
  private static final long JOINING_NS = 1_500_000_000;

  private static final Outcome TOO_LATE =
      new Outcome.NotSent("EXPIRED", "The record was too slow: nothing was done.");

  private static final Outcome STOOD_STILL =
      new Outcome.NotSent("STOOD_STILL", "The screen stood still: look at it, then press again.");

  private static final Outcome NO_EXECUTOR =
      new Outcome.NotSent("NO_EXECUTOR", "The controller does not take commands: try again.");

  private final StationLink link;
  private final ExecutorWatch executor;
  private final Standstill standstill;
  private final StationClock clock;
  private final PendingCommands pending;
  private final ArrayDeque<Ask> waiting = new ArrayDeque<>();
  private final Queue<Ask> unanswered = new ConcurrentLinkedQueue<>();

  /** A command whose intent is being put on record. */
  record Recorded(Ask ask, Entry intent) {}

  CommandQueue(
      StationLink link, ExecutorWatch executor, Standstill standstill, StationClock clock) {
    this.link = link;
    this.executor = executor;
    this.standstill = standstill;
    this.clock = clock;
    this.pending = new PendingCommands(link.bootId());
  }

  /** Somebody waits for this one's answer from now on. Any thread. */
  void awaits(Ask ask) {
    unanswered.add(ask);
  }

  /** Its turn may come. */
  void add(Ask ask) {
    waiting.add(ask);
  }

  /**
   * The command whose intent is to be put on record now; null if there is none. At most one a
   * round, so that the number on record is the number it is sent with. While the executor is being
   * joined they wait a moment.
   */
  @Nullable Recorded takeOne(long nowNs) {
    Ask ask = waiting.peek();
    if (ask == null) {
      return null;
    }
    boolean joined = link.adopted() && executor.isSettled();
    boolean isVoid = ask.isVoid(clock.nowNs());
    if (!joined && nowNs - ask.decidedNs() < JOINING_NS && !isVoid) {
      return null;
    }
    waiting.remove();
    if (isVoid) {
      ask.answer(TOO_LATE);
    } else if (!joined) {
      ask.answer(NO_EXECUTOR);
    } else {
      return prepare(ask, nowNs);
    }
    return null;
  }

  private @Nullable Recorded prepare(Ask ask, long nowNs) {
    StationCommand draft = ask.command().apply(header(ask, link.nextCommandSeq(), 0));
    if (startsMotion(draft) && standstill.mayBeOld(ask.decidedNs(), nowNs)) {
      ask.answer(STOOD_STILL);
      return null;
    }
    Entry intent =
        Entry.confined(link.bootId(), nowNs, clock.wall(), JournalForm.intent(draft, ask.asked()));
    return new Recorded(ask, intent);
  }

  private static boolean startsMotion(StationCommand command) {
    return command instanceof StationCommand.Start
        || command instanceof StationCommand.StartPriming
        || command instanceof StationCommand.Resume;
  }

  private StationCommand.Header header(Ask ask, long seq, long journalSeq) {
    return new StationCommand.Header(
        link.executorBootId(), link.bootId(), seq, journalSeq, ask.expiresAtNs());
  }

  /**
   * Sends a command whose intent is durable.
   *
   * @param journalSeq its record
   */
  void send(Ask ask, long journalSeq) {
    if (ask.isVoid(clock.nowNs())) {
      ask.answer(TOO_LATE);
      return;
    }
    long commandSeq = link.nextCommandSeq();
    pending.add(commandSeq, ask.outcome());
    if (!link.send(ask.command().apply(header(ask, commandSeq, journalSeq)))) {
      ask.answer(NO_EXECUTOR);
    }
  }

  /** Answers whoever waits for this event; it is durable by now. */
  void heard(ExecutorEvent event) {
    pending.heard(event);
  }

  /** Nobody waits for longer than a command is good for. */
  void expire(long nowNs) {
    if (!unanswered.isEmpty()) {
      unanswered.removeIf(ask -> isOver(ask, nowNs));
    }
  }

  private static boolean isOver(Ask ask, long nowNs) {
    if (nowNs - ask.expiresAtNs() >= 0) {
      ask.answer(new Outcome.NoAnswer());
    }
    return ask.outcome().isDone();
  }

  /** Nothing is sent and nobody will be answered any more. */
  void refuseAll(Outcome outcome) {
    waiting.forEach(ask -> ask.answer(outcome));
    waiting.clear();
    pending.completeAll(outcome);
  }
}
