package org.tenuto.station;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.journal.Entry;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalRecord;
import org.tenuto.link.RecordedPart;
import org.tenuto.link.StationLink;

/**
 * Keeps the record: drains the executor's events, makes them durable with a ledger checkpoint at
 * least once a second, and only by that earns the heartbeat the executor asks for. Sends commands,
 * each after its intent is durable.
 *
 * <p>One {@link #round} after the other, by one thread at a time; {@link #submit} and {@link #note}
 * may be called from any. When the record can't be kept it stops the delivery, stops beating and
 * takes no more commands.
 */
final class RecordKeeper {

  /** From one round to the next at most, ns. */
  static final long ROUND_NS = 10_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(RecordKeeper.class);
  private static final long CHECKPOINT_NS = 1_000_000_000;

  private static final Outcome NO_RECORD =
      new Outcome.NotSent("NO_RECORD", "The record can't be kept: nothing is started.");

  private final Journal journal;
  private final StationLink link;
  private final StationClock clock;
  private final ExecutorWatch executor;
  private final DeviceMemory memory;
  private final List<RecordFollower> followers;
  private final ClockWatch clocks;
  private final EventIntake intake;
  private final CommandQueue commands;
  private final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
  private final List<Entry> notes = new ArrayList<>();
  private final List<CompletableFuture<Boolean>> facts = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<ExecutorEvent> events = new ArrayList<>();
  private final StatusSnapshot snapshot = new StatusSnapshot();
  private @Nullable Job awaited;
  private long checkpointNs;
  private volatile @Nullable String failure;

  private sealed interface Job {}

  private record Command(Ask ask) implements Job {}

  private record Note(Entry entry) implements Job {}

  private record Fact(Entry entry, CompletableFuture<Boolean> kept) implements Job {}

  RecordKeeper(
      Journal journal,
      StationLink link,
      StationClock clock,
      Standstill standstill,
      ExecutorWatch executor,
      DeviceMemory memory,
      List<RecordFollower> followers) {
    this.journal = journal;
    this.link = link;
    this.clock = clock;
    this.executor = executor;
    this.memory = memory;
    this.followers = List.copyOf(followers);
    this.clocks = new ClockWatch(link.bootId(), clock.nowNs(), clock.wallMs());
    this.intake = new EventIntake(link, executor, clock);
    this.commands = new CommandQueue(link, executor, standstill, clock);
  }

  /**
   * Has a command put on record and sent. The future completes within a later round: with what
   * became of it, or that nobody answered while it was good. Whoever stops waiting before that
   * cancels it: a command nobody waits for is not sent any more.
   */
  CompletableFuture<Outcome> submit(
      Function<StationCommand.Header, StationCommand> command, Asked asked) {
    var ask =
        new Ask(
            command, asked, clock.nowNs() + StationCommand.GOOD_FOR_NS, new CompletableFuture<>());
    commands.awaits(ask);
    jobs.add(new Command(ask));
    return ask.outcome();
  }

  /** Has something put on record that needs no answer. */
  void note(Entry entry) {
    jobs.add(new Note(entry));
  }

  /** Has something put on record; the future says whether it is durable. */
  CompletableFuture<Boolean> keep(Entry entry) {
    var kept = new CompletableFuture<Boolean>();
    jobs.add(new Fact(entry, kept));
    return kept;
  }

  /** Why the record is not kept; null while it is. */
  @Nullable String failure() {
    return failure;
  }

  /** Waits until there is something to do, so long at most; the next round does it. */
  void awaitJob(long atMostNs) throws InterruptedException {
    if (awaited == null) {
      awaited = jobs.poll(atMostNs, TimeUnit.NANOSECONDS);
    }
  }

  /** A round in which all is put on record that else is once a second. */
  void lastCheckpoint(long nowNs) {
    checkpointNs = nowNs - CHECKPOINT_NS;
    round(nowNs);
  }

  /** Does what there is to do. */
  void round(long nowNs) {
    try {
      takeJobs();
      if (failure == null) {
        keep(nowNs);
      } else {
        commands.refuseAll(NO_RECORD);
      }
      answerFacts(failure == null);
    } catch (JournalException | RuntimeException | Error e) {
      fail(e);
    }
    commands.expire(clock.nowNs());
  }

  private void takeJobs() {
    notes.clear();
    Job job = awaited == null ? jobs.poll() : awaited;
    awaited = null;
    while (job != null) {
      switch (job) {
        case Note(Entry entry) -> notes.add(entry);
        case Fact(Entry entry, CompletableFuture<Boolean> kept) -> {
          notes.add(entry);
          facts.add(kept);
        }
        case Command(Ask ask) -> commands.add(ask);
      }
      job = jobs.poll();
    }
  }

  private void answerFacts(boolean kept) {
    facts.forEach(fact -> fact.complete(kept));
    facts.clear();
  }

  private void keep(long nowNs) throws JournalException {
    entries.clear();
    events.clear();
    clocks.look(nowNs, clock.wallMs(), entries);
    executor.look(nowNs, entries);
    entries.addAll(notes);
    for (RecordFollower follower : followers) {
      follower.look(nowNs, entries);
    }
    CommandQueue.Recorded command = commands.takeOne(nowNs);
    int intentAt = entries.size();
    if (command != null) {
      entries.add(command.intent());
    }
    intake.drain(events, entries);
    addCheckpoint(nowNs);
    if (!entries.isEmpty()) {
      List<JournalRecord> records = commit();
      if (command != null) {
        commands.send(command.ask(), records.get(intentAt).seq());
      }
      tell();
    }
  }

  private void addCheckpoint(long nowNs) {
    if (nowNs - checkpointNs >= CHECKPOINT_NS && link.readSnapshot(snapshot)) {
      checkpointNs = nowNs;
      addRecording(nowNs);
      long durableSeq = intake.lastOf(snapshot.executorBootId);
      entries.add(
          Entry.confined(
              snapshot.executorBootId,
              snapshot.nowNs,
              clock.wall(),
              JournalForm.checkpoint(snapshot, durableSeq)));
    }
  }

  /** What the executor was told since the checkpoint before, for a replay. */
  private void addRecording(long nowNs) {
    RecordedPart part = link.pollRecording();
    if (part != null) {
      entries.add(
          Entry.confined(
              part.executorBootId(), nowNs, clock.wall(), StationEntries.recording(part)));
    }
  }

  private List<JournalRecord> commit() throws JournalException {
    List<JournalRecord> records = journal.appendAll(entries);
    for (JournalRecord record : records) {
      for (RecordFollower follower : followers) {
        follower.heard(record);
      }
    }
    executor.committed(journal.lastWireSeq());
    if (!events.isEmpty()) {
      intake.durable();
    }
    link.beat();
    return records;
  }

  private void tell() {
    for (ExecutorEvent event : events) {
      memory.heard(event);
      commands.heard(event);
    }
  }

  /** Without a record nothing may run: stops the delivery and every later command. */
  void fail(Throwable cause) {
    LOG.error("the record can't be kept", cause);
    String reason = cause.getMessage();
    failure = reason == null ? cause.toString() : reason;
    link.requestStop();
    commands.refuseAll(NO_RECORD);
    answerFacts(false);
  }
}
