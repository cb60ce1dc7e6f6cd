package org.tenuto.station;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
import org.tenuto.link.StationLink;
import org.tenuto.proto.journal.EventsMissing;

/**
 * Keeps the record: drains the executor's events, makes them durable with a ledger checkpoint at
 * least once a second, and only by that earns the heartbeat the executor asks for. Sends commands,
 * each after its intent is durable.
 *
 * <p>Its own thread; {@link #submit} and {@link #note} may be called from any. When the record
 * can't be kept it stops the delivery, stops beating and takes no more commands.
 */
final class RecordKeeper {

  private static final Logger LOG = LoggerFactory.getLogger(RecordKeeper.class);

  private static final long ROUND_MS = 10;
  private static final long LOOK_NS = 100_000_000;
  private static final long CHECKPOINT_NS = 1_000_000_000;
  private static final int EVENTS_A_ROUND = 200;

  /** So long a command waits for an executor that is just being joined. */
  private static final long JOINING_NS = 1_500_000_000;

  private static final Outcome NO_RECORD =
      new Outcome.NotSent("NO_RECORD", "The record can't be kept: nothing is started.");

  private static final Outcome TOO_LATE =
      new Outcome.NotSent("EXPIRED", "The record was too slow: nothing was done.");

  private static final Outcome STOOD_STILL =
      new Outcome.NotSent("STOOD_STILL", "The screen stood still: look at it, then press again.");

  private static final Outcome NO_EXECUTOR =
      new Outcome.NotSent("NO_EXECUTOR", "The controller does not take commands: try again.");

  private final Journal journal;
  private final StationLink link;
  private final ExecutorWatch executor;
  private final DeviceMemory memory;
  private final DoseHistory history;
  private final ClockWatch clocks;
  private final PendingCommands pending;
  private final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::run, "record");
  private final ArrayDeque<Ask> asks = new ArrayDeque<>();
  private final StatusSnapshot snapshot = new StatusSnapshot();
  private final Standstill standstill = new Standstill(System.nanoTime());
  private long lastEventSeq;
  private long lastEventBootId;
  private long checkpointNs;
  private volatile boolean closing;
  private volatile @Nullable String failure;

  private sealed interface Job {}

  /** A command whose header is made when its turn comes. */
  private record Ask(
      Function<StationCommand.Header, StationCommand> command,
      Asked asked,
      long expiresAtNs,
      CompletableFuture<Outcome> outcome)
      implements Job {

    /** When staff decided, monotonic ns. */
    long decidedNs() {
      return expiresAtNs - StationCommand.GOOD_FOR_NS;
    }

    /** Whether nobody waits for it any more: staff were told so. */
    boolean isVoid() {
      return outcome.isDone() || System.nanoTime() > expiresAtNs;
    }
  }

  private record Note(Entry entry) implements Job {}

  /** Sent once the entry at this index, its intent, is durable. */
  private record Ready(Ask ask, int entryIndex) {}

  RecordKeeper(
      Journal journal,
      StationLink link,
      ExecutorWatch executor,
      DeviceMemory memory,
      DoseHistory history) {
    this.journal = journal;
    this.link = link;
    this.executor = executor;
    this.memory = memory;
    this.history = history;
    this.clocks = new ClockWatch(link.bootId(), System.nanoTime(), Instant.now());
    this.pending = new PendingCommands(link.bootId());
  }

  void start() {
    standstill.begin(System.nanoTime());
    Thread.ofPlatform().daemon().name("standstill").start(this::lookForStandstill);
    thread.start();
  }

  private void lookForStandstill() {
    while (!closing) {
      standstill.look(System.nanoTime());
      LockSupport.parkNanos(LOOK_NS);
    }
  }

  /**
   * Has a command put on record and sent; the future completes with what became of it. Whoever
   * stops waiting cancels it: a command nobody waits for is not sent any more.
   */
  CompletableFuture<Outcome> submit(
      Function<StationCommand.Header, StationCommand> command, Asked asked) {
    var outcome = new CompletableFuture<Outcome>();
    long expiresAtNs = System.nanoTime() + StationCommand.GOOD_FOR_NS;
    jobs.add(new Ask(command, asked, expiresAtNs, outcome));
    return outcome;
  }

  /** Has something put on record that needs no answer. */
  void note(Entry entry) {
    jobs.add(new Note(entry));
  }

  /** Why the record is not kept; null while it is. */
  @Nullable String failure() {
    return failure;
  }

  private void run() {
    while (!closing) {
      try {
        round(jobs.poll(ROUND_MS, TimeUnit.MILLISECONDS));
      } catch (JournalException | RuntimeException | Error e) {
        fail(e);
      } catch (InterruptedException e) {
        fail(e);
        return;
      }
    }
  }

  private void round(@Nullable Job first) throws JournalException {
    List<Job> batch = new ArrayList<>();
    if (first != null) {
      batch.add(first);
    }
    jobs.drainTo(batch);
    List<Entry> notes = sort(batch);
    if (failure != null) {
      refuseAll();
      return;
    }
    long nowNs = System.nanoTime();
    List<Entry> entries = new ArrayList<>();
    Entry clockStepped = clocks.look(nowNs, Instant.now());
    if (clockStepped != null) {
      entries.add(clockStepped);
    }
    entries.addAll(executor.look(nowNs));
    List<Ready> ready = new ArrayList<>();
    entries.addAll(notes);
    takeOne(entries, ready, nowNs);
    List<ExecutorEvent> events = drain(entries);
    addCheckpoint(entries, nowNs);
    if (!entries.isEmpty()) {
      commit(entries, ready, events);
    }
  }

  /** Notes go on record at once; commands wait their turn. */
  private List<Entry> sort(List<Job> batch) {
    List<Entry> notes = new ArrayList<>();
    for (Job job : batch) {
      switch (job) {
        case Note(Entry entry) -> notes.add(entry);
        case Ask ask -> asks.add(ask);
      }
    }
    return notes;
  }

  /**
   * At most one command a round, so that the number on record is the number it is sent with. While
   * the executor is being joined they wait a moment.
   */
  private void takeOne(List<Entry> entries, List<Ready> ready, long nowNs) {
    boolean joined = link.adopted() && executor.isSettled();
    Ask ask = asks.peek();
    if (ask == null || (!joined && nowNs - ask.decidedNs() < JOINING_NS && !ask.isVoid())) {
      return;
    }
    asks.remove();
    if (ask.isVoid()) {
      ask.outcome().complete(TOO_LATE);
    } else if (!joined) {
      ask.outcome().complete(NO_EXECUTOR);
    } else {
      prepare(ask, entries, ready, nowNs);
    }
  }

  private void prepare(Ask ask, List<Entry> entries, List<Ready> ready, long nowNs) {
    StationCommand draft =
        ask.command().apply(header(link.nextCommandSeq(), 0, ask.expiresAtNs()));
    if (startsMotion(draft) && standstill.mayBeOld(ask.decidedNs(), nowNs)) {
      ask.outcome().complete(STOOD_STILL);
      return;
    }
    ready.add(new Ready(ask, entries.size()));
    entries.add(
        Entry.confined(
            link.bootId(), nowNs, Instant.now(), JournalForm.intent(draft, ask.asked())));
  }

  private static boolean startsMotion(StationCommand command) {
    return command instanceof StationCommand.Start
        || command instanceof StationCommand.StartPriming
        || command instanceof StationCommand.Resume;
  }

  private StationCommand.Header header(long seq, long journalSeq, long expiresAtNs) {
    return new StationCommand.Header(
        link.executorBootId(), link.bootId(), seq, journalSeq, expiresAtNs);
  }

  private List<ExecutorEvent> drain(List<Entry> entries) {
    List<ExecutorEvent> events = new ArrayList<>();
    while (events.size() < EVENTS_A_ROUND) {
      ExecutorEvent event = link.pollEvent();
      if (event == null) {
        break;
      }
      noteMissing(event.stamp().seq(), entries);
      Instant wall = Instant.now();
      events.add(event);
      entries.add(
          Entry.publishable(
              link.executorBootId(),
              event.stamp().monoNs(),
              wall,
              JournalForm.event(event),
              WireForm.event(event, wall)));
      lastEventSeq = event.stamp().seq();
      lastEventBootId = link.executorBootId();
    }
    return events;
  }

  /** A hole in what the executor said is put on record, never passed over. */
  private void noteMissing(long seq, List<Entry> entries) {
    long bootId = link.executorBootId();
    long before = bootId == lastEventBootId ? lastEventSeq : executor.resumedAfterSeq();
    if (seq > before + 1) {
      LOG.warn("executor events {} to {} are missing", before + 1, seq - 1);
      var missing =
          EventsMissing.newBuilder()
              .setExecutorBootId(bootId)
              .setFromSeq(before + 1)
              .setToSeq(seq - 1)
              .build();
      entries.add(Entry.confined(bootId, System.nanoTime(), Instant.now(), missing));
    }
  }

  private void addCheckpoint(List<Entry> entries, long nowNs) {
    if (nowNs - checkpointNs >= CHECKPOINT_NS && link.readSnapshot(snapshot)) {
      checkpointNs = nowNs;
      boolean heard = snapshot.executorBootId == lastEventBootId;
      long durableSeq = heard ? lastEventSeq : executor.resumedAfterSeq();
      entries.add(
          Entry.confined(
              snapshot.executorBootId,
              snapshot.nowNs,
              Instant.now(),
              JournalForm.checkpoint(snapshot, durableSeq)));
    }
  }

  private void commit(List<Entry> entries, List<Ready> ready, List<ExecutorEvent> events)
      throws JournalException {
    List<JournalRecord> records = journal.appendAll(entries);
    for (JournalRecord record : records) {
      history.heard(record);
    }
    executor.committed(journal.lastWireSeq());
    if (!events.isEmpty()) {
      link.eventsDurableTo(lastEventSeq);
    }
    link.beat();
    for (Ready command : ready) {
      send(command, records);
    }
    for (ExecutorEvent event : events) {
      memory.heard(event);
      pending.heard(event);
    }
  }

  private void send(Ready ready, List<JournalRecord> records) {
    if (ready.ask().isVoid()) {
      ready.ask().outcome().complete(TOO_LATE);
      return;
    }
    long journalSeq = records.get(ready.entryIndex()).seq();
    long commandSeq = link.nextCommandSeq();
    pending.add(commandSeq, ready.ask().outcome());
    var header = header(commandSeq, journalSeq, ready.ask().expiresAtNs());
    if (!link.send(ready.ask().command().apply(header))) {
      ready.ask().outcome().complete(NO_EXECUTOR);
    }
  }

  private void refuseAll() {
    asks.forEach(ask -> ask.outcome().complete(NO_RECORD));
    asks.clear();
    pending.completeAll(NO_RECORD);
  }

  /** Without a record nothing may run: stops the delivery and every later command. */
  private void fail(Throwable cause) {
    LOG.error("the record can't be kept", cause);
    String reason = cause.getMessage();
    failure = reason == null ? cause.toString() : reason;
    link.requestStop();
    refuseAll();
  }

  /** Ends after what was submitted is on record. */
  void finish() throws JournalException, InterruptedException {
    closing = true;
    thread.join();
    if (failure == null) {
      round(null);
    }
  }
}
