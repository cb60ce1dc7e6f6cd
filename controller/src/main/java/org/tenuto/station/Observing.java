package org.tenuto.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tenuto.journal.Entry;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalRecord;
import org.tenuto.link.StationLink;
import org.tenuto.observation.Advice;
import org.tenuto.observation.Assessment;
import org.tenuto.observation.Baseline;
import org.tenuto.observation.Due;
import org.tenuto.observation.Due.Lateness;
import org.tenuto.observation.Level;
import org.tenuto.observation.Noted;
import org.tenuto.observation.ObservationSchedule;
import org.tenuto.observation.Observations;
import org.tenuto.observation.Reading;
import org.tenuto.observation.ReadingCheck;
import org.tenuto.proto.journal.HaltRequested;
import org.tenuto.proto.journal.SessionRecorded;
import org.tenuto.web.ObservationView;
import org.tenuto.web.ReadingEntry;
import org.tenuto.web.Reply;

/**
 * Observation as the station carries it out: takes readings on record, puts on record what it tells
 * staff, raises its alarms, and where a site opted for it pauses for a confirmed reading. It never
 * resumes anything. Any thread, but {@link #look}, which is the keeper's; nothing here waits.
 */
final class Observing implements RecordFollower {

  /** From one look at the clock to the next, ns. */
  private static final long LOOK_NS = 1_000_000_000;

  private final ObservationRules rules;
  private final ObservationHistory history;
  private final StationLink link;
  private final StationClock clock;
  private CompletableFuture<?> entering = CompletableFuture.completedFuture(null);
  private boolean changed = true;
  private long lookDueNs;

  Observing(
      ObservationRules rules, ObservationHistory history, StationLink link, StationClock clock) {
    this.rules = rules;
    this.history = history;
    this.link = link;
    this.clock = clock;
    this.lookDueNs = clock.nowNs();
  }

  @Override
  public void heard(JournalRecord record) throws JournalException {
    history.heard(record);
    changed |= record.type().equals("SessionRecorded");
  }

  /**
   * Puts a reading on record if it can be taken; the value is one line for staff.
   *
   * @param staffId who is on record for it
   */
  synchronized CompletableFuture<Reply<String>> enter(
      ReadingEntry entry, String staffId, Sessions sessions) {
    Observations seen = history.now();
    long number = history.nextNumber();
    Reading reading =
        new Reading(
            number,
            entry.corrects(),
            entry.values(),
            entry.unknown(),
            entry.reason(),
            entry.source(),
            staffId,
            clock.nowNs());
    String fault = ReadingCheck.fault(reading, seen);
    if (fault != null) {
      return refused("READING", fault);
    }
    SessionRecorded.Builder record = sessions.fact(staffId);
    ObservationForm.put(reading, record);
    return put(record, "Reading " + number + " recorded.", sessions);
  }

  /** Puts on record that staff took note of advice, and what they do. */
  synchronized CompletableFuture<Reply<String>> note(
      long reading, Level level, Noted.Action action, String staffId, Sessions sessions) {
    boolean given =
        advice(clock.nowNs()).stream()
            .anyMatch(one -> one.reading() == reading && one.level() == level);
    if (!given) {
      return refused("NO_SUCH_ADVICE", "There is no such advice now: look at the readings.");
    }
    SessionRecorded.Builder record = sessions.fact(staffId);
    ObservationForm.put(new Noted(reading, level, action, staffId), record);
    return put(record, "Noted: " + action.text() + ".", sessions);
  }

  /** One at a time: the next is numbered and checked by what is durable. */
  private CompletableFuture<Reply<String>> put(
      SessionRecorded.Builder record, String done, Sessions sessions) {
    if (!entering.isDone()) {
      return refused("BUSY", "An entry is being recorded: try again.");
    }
    CompletableFuture<Reply<String>> kept = sessions.put(record, done);
    entering = kept;
    return kept;
  }

  private static CompletableFuture<Reply<String>> refused(String code, String text) {
    return CompletableFuture.completedFuture(new Reply.Refused<>(code, text));
  }

  /**
   * Once a second, and after every fact: puts on record what staff are told, and pauses where that
   * was opted for.
   */
  @Override
  public void look(long nowNs, List<Entry> entries) {
    if (!changed && nowNs - lookDueNs < 0) {
      return;
    }
    changed = false;
    lookDueNs = nowNs + LOOK_NS;
    for (Advice one : advice(nowNs)) {
      var given = ObservationForm.given(one);
      if (!history.wasTold(ObservationForm.key(given))) {
        add(entries, nowNs, SessionRecorded.newBuilder().setAdviceGiven(given));
      }
    }
    for (Due due : late(nowNs)) {
      var late = ObservationForm.late(due, due.lateness(nowNs));
      if (!history.wasTold(ObservationForm.key(late))) {
        add(entries, nowNs, SessionRecorded.newBuilder().setObservationLate(late));
      }
    }
    if (rules.autoPause()) {
      pauseIfOwed(nowNs, entries);
    }
  }

  /** A halt waits for nothing: it is on record after, and a station that dies between asks again. */
  private void pauseIfOwed(long nowNs, List<Entry> entries) {
    Advice owed = Assessment.pauseOwed(history.now(), rules.thresholds(), nowNs);
    if (owed == null) {
      return;
    }
    link.requestPause();
    entries.add(
        Entry.confined(
            link.bootId(),
            nowNs,
            clock.wall(),
            HaltRequested.newBuilder()
                .setStationBootId(link.bootId())
                .setKind(HaltRequested.Kind.PAUSE)
                .setCause("confirmed reading: " + owed.text())
                .build()));
    add(
        entries,
        nowNs,
        SessionRecorded.newBuilder().setPausedByObservation(ObservationForm.paused(owed)));
  }

  /** What readings are held against, as it goes on record. */
  Entry limitsInForce() {
    var limits =
        SessionRecorded.newBuilder()
            .setStationBootId(link.bootId())
            .setLimitsInForce(ObservationForm.limits(rules.thresholds(), rules.autoPause()))
            .build();
    return Entry.confined(link.bootId(), clock.nowNs(), clock.wall(), limits);
  }

  private void add(List<Entry> entries, long nowNs, SessionRecorded.Builder fact) {
    var message =
        fact.setStationBootId(link.bootId()).setSessionId(history.sessionId()).build();
    entries.add(Entry.confined(link.bootId(), nowNs, clock.wall(), message));
  }

  private List<Advice> advice(long nowNs) {
    return Assessment.of(history.now(), rules.thresholds(), nowNs);
  }

  private List<Due> late(long nowNs) {
    List<Due> late = new ArrayList<>();
    for (ObservationSchedule.State state : ObservationSchedule.at(history.now(), nowNs)) {
      Due next = state.next();
      if (next != null && next.lateness(nowNs).compareTo(Lateness.PROMPT) >= 0) {
        late.add(next);
      }
    }
    return late;
  }

  /** Why an order may not be started for want of observations, one line; null if it may. */
  @Nullable String whyNotStart() {
    Observations seen = history.now();
    return rules.baseline() && !seen.isUnderWay() ? Baseline.missing(seen, clock.nowNs()) : null;
  }

  /** What is wanting for the items of a session that readings answer; empty where nothing is. */
  Map<String, String> wanting() {
    return ReadingItems.of(history.now(), rules, clock.nowNs());
  }

  /** What is observed as the page shows it. */
  ObservationView view() {
    return new ObservationView(history.now(), rules.thresholds(), rules.autoPause(), clock.nowNs());
  }

  /** Its alarms: what is late, and advice nobody took note of. No audio pause is about them. */
  List<Alarms.Alarm> alarms(long nowNs) {
    List<Alarms.Alarm> alarms = new ArrayList<>();
    Observations seen = history.now();
    for (Due due : late(nowNs)) {
      alarms.add(ObservationAlarms.late(due, due.lateness(nowNs), seen.isUnderWay()));
    }
    advice(nowNs).stream()
        .filter(one -> one.level() != Level.ADVISORY && !Assessment.isNoted(seen, one))
        .findFirst()
        .map(ObservationAlarms::advice)
        .ifPresent(alarms::add);
    return alarms;
  }
}
