package org.tenuto.station;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenuto.dose.DrugEntry;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalRecord;
import org.tenuto.telemetry.TelemetryPublisher;
import org.tenuto.web.LiveView;

/**
 * Everything a station does but serve its page: keeps the record, carries out what staff ask for,
 * watches the executor and itself, tells the world. It has no thread and no clock of its own; who
 * runs it calls {@link #begin} once and then {@link #step} again and again, from one thread. {@link
 * #requests}, {@link #live} and {@link #failure} may be used by any.
 *
 * <p>A station that dies is one that is stepped no more: nothing of it is left but what is on
 * record and in its end of the link.
 */
public final class StationWork implements AutoCloseable {

  /** From one look for a standstill to the next, ns. */
  static final long LOOK_NS = 100_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(StationWork.class);

  private final StationSetup setup;
  private final Journal journal;
  private final StationClock clock;
  private final Standstill standstill;
  private final ExecutorWatch executor;
  private final DoseHistory history;
  private final List<RecordFollower> followers;
  private final Sessions sessions;
  private final @Nullable Observing observing;
  private final RecordKeeper keeper;
  private final LiveViews views;
  private final StationRequests requests;
  private final @Nullable JournalFeed feed;
  private final @Nullable TelemetryPublisher publisher;
  private boolean begun;
  private boolean closed;
  private long dueNs;
  private long lookDueNs;
  private long roundDueNs;
  private long tickDueNs;

  /**
   * Reads what earlier stations left on record, and puts nothing on it.
   *
   * @throws JournalException if the record can't be read; closing the journal is left to the caller
   */
  public StationWork(StationSetup setup) throws JournalException {
    this.setup = setup;
    journal = setup.journal();
    clock = setup.clock();
    var link = setup.link();
    var library = setup.library();
    var memory = new DeviceMemory();
    history = DoseHistory.load(journal);
    var sessionHistory = SessionHistory.load(journal);
    ObservationRules rules = setup.observation();
    observing =
        rules == null
            ? null
            : new Observing(rules, ObservationHistory.load(journal), link, clock);
    followers =
        observing == null
            ? List.of(history, sessionHistory)
            : List.of(history, sessionHistory, observing);
    standstill = new Standstill(clock.nowNs());
    executor = new ExecutorWatch(link, journal, clock, memory);
    keeper = new RecordKeeper(journal, link, clock, standstill, executor, memory, followers);
    sessions =
        new Sessions(
            setup.sessionRules(), sessionHistory, keeper, link, clock, library, observing);
    Set<Boolean> kinds = library.drugs().stream().map(DrugEntry::demo).collect(Collectors.toSet());
    views = new LiveViews(link, clock, keeper, memory, history, kinds, this::telemetry, observing);
    requests =
        new StationRequests(
            link, clock, keeper, views, history, library, sessions, observing, setup.staffId());
    if (setup.broker() == null) {
      feed = null;
      publisher = null;
    } else {
      var source = new TelemetryViews(link, clock, keeper, memory, library, setup.demo());
      feed = new JournalFeed(journal, executor::lastWireSeq);
      publisher = new TelemetryPublisher(setup.broker(), feed, source, clock::wall);
    }
  }

  /** Puts on record that this station begins. */
  public void begin() throws JournalException {
    JournalRecord started = journal.append(StationEntries.started(setup));
    for (RecordFollower follower : followers) {
      follower.heard(started);
    }
    if (observing != null) {
      journal.append(observing.limitsInForce());
    }
    executor.committed(journal.lastWireSeq());
    long nowNs = clock.nowNs();
    standstill.begin(nowNs);
    dueNs = nowNs;
    lookDueNs = nowNs;
    roundDueNs = nowNs;
    tickDueNs = nowNs;
    begun = true;
  }

  /**
   * Does what is due: the record each 10 ms, telemetry each 50 ms, a look for a standstill each 100
   * ms. What was missed is not made up for. Waits for the disk where its journal does, else for
   * nothing.
   *
   * @param nowNs monotonic ns, by the station's clock; never less than at the step before
   */
  public void step(long nowNs) {
    if (nowNs - dueNs >= 0) {
      doDue(nowNs);
    }
  }

  private void doDue(long nowNs) {
    if (!begun) {
      throw new IllegalStateException("a station was stepped before it began");
    }
    if (nowNs - lookDueNs >= 0) {
      lookDueNs = nowNs + LOOK_NS;
      standstill.look(nowNs);
    }
    if (nowNs - roundDueNs >= 0) {
      roundDueNs = nowNs + RecordKeeper.ROUND_NS;
      keeper.round(nowNs);
    }
    if (nowNs - tickDueNs >= 0) {
      tickDueNs = nowNs + TelemetryPublisher.TICK_NS;
      if (publisher != null) {
        publisher.tick(nowNs);
      }
    }
    dueNs = roundDueNs; // the others are due with one of its rounds: a multiple of it
  }

  /** What staff can ask for. */
  public StationRequests requests() {
    return requests;
  }

  /** Who is on record for what is entered. */
  String staffId() {
    return setup.staffId();
  }

  /** The therapy session around the orders. */
  public Sessions sessions() {
    return sessions;
  }

  /** What is observed of the patient; null on a device that observes nothing. */
  @Nullable Observing observing() {
    return observing;
  }

  /** The device as the page shows it now. */
  public LiveView live() {
    return views.now();
  }

  /** Why the record is not kept; null while it is. */
  public @Nullable String failure() {
    return keeper.failure();
  }

  private LiveView.Telemetry telemetry() {
    if (publisher == null) {
      return LiveView.Telemetry.OFF;
    }
    return publisher.state().connected()
        ? LiveView.Telemetry.CONNECTED
        : LiveView.Telemetry.DISCONNECTED;
  }

  /** Ends in good order: the last records, OFFLINE to the broker, the journal closed. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    keepLastRecords();
    if (publisher != null) {
      publisher.close(clock.nowNs());
    }
    closeRecord();
  }

  /** Puts on record that this station ends, after what it was still told. */
  void keepLastRecords() {
    long nowNs = clock.nowNs();
    keeper.lastCheckpoint(nowNs);
    keeper.note(StationEntries.stopped(setup));
    keeper.round(nowNs);
  }

  /** Lets the next station have the record. */
  void closeRecord() {
    try (journal;
        feed) {
      LOG.debug("closing the record");
    } catch (JournalException e) {
      LOG.error("the record did not close in good order", e);
    }
  }

  /** Its parts, for who gives each a thread of its own instead of stepping them together. */
  RecordKeeper keeper() {
    return keeper;
  }

  Standstill standstill() {
    return standstill;
  }

  /** Null if there is no telemetry. */
  @Nullable TelemetryPublisher publisher() {
    return publisher;
  }
}
