package org.tenuto.station;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tenuto.infusion.InfusionState;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalException.Reason;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.observation.Observations;
import org.tenuto.observation.Reading;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.SessionRecorded;
import org.tenuto.proto.journal.StationStarted;

/**
 * What was observed in the present session, from this device's own record: read back once at start,
 * then kept up with every record that is durable. Any thread.
 *
 * <p>Times are monotonic. After another boot of the board they are carried over by the wall clock,
 * which may have been set in between: then they are wrong by that.
 */
final class ObservationHistory implements RecordFollower {

  private static final List<String> TYPES =
      List.of("StationStarted", "ExecutorEvent", "SessionRecorded");

  private static final long DAY_MS = 86_400_000;
  private static final long NS_PER_MS = 1_000_000;
  private static final int PAGE = 1_000;

  private final Set<String> told = new HashSet<>();
  private Observations seen = Observations.NONE;
  private String sessionId = "";
  private long lastNumber;
  private String boardBootId = "";
  private long lastMonoNs;
  private long lastWallMs;

  /** What the journal has of the last day. */
  static ObservationHistory load(Journal journal) throws JournalException {
    List<JournalRecord> newestFirst = new ArrayList<>();
    try (JournalReader reader = journal.reader()) {
      long beforeSeq = Long.MAX_VALUE;
      boolean more = true;
      while (more) {
        List<JournalRecord> page = reader.readOfTypesBefore(TYPES, beforeSeq, PAGE);
        newestFirst.addAll(page);
        more = page.size() == PAGE && spanMs(newestFirst) < DAY_MS;
        beforeSeq = page.isEmpty() ? 0 : page.getLast().seq();
      }
    }
    var history = new ObservationHistory();
    for (JournalRecord record : newestFirst.reversed()) {
      history.heard(record);
    }
    return history;
  }

  private static long spanMs(List<JournalRecord> newestFirst) {
    return newestFirst.getFirst().wallMs() - newestFirst.getLast().wallMs();
  }

  @Override
  public synchronized void heard(JournalRecord record) throws JournalException {
    try {
      switch (record.type()) {
        case "StationStarted" -> started(StationStarted.parseFrom(record.payload()), record);
        case "ExecutorEvent" -> event(ExecutorEvent.parseFrom(record.payload()), record.monoNs());
        case "SessionRecorded" ->
            recorded(SessionRecorded.parseFrom(record.payload()), record.monoNs());
        default -> {
          return;
        }
      }
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw new JournalException(Reason.CORRUPT, "record " + record.seq() + ": unreadable", e);
    }
    lastMonoNs = record.monoNs();
    lastWallMs = record.wallMs();
  }

  /** On another boot of the board the monotonic clock began anew. */
  private void started(StationStarted started, JournalRecord record) {
    boolean other = !boardBootId.isEmpty() && !boardBootId.equals(started.getBoardBootId());
    if (other) {
      long passedNs = (record.wallMs() - lastWallMs) * NS_PER_MS;
      seen = seen.shifted(record.monoNs() - lastMonoNs - Math.max(0, passedNs));
    }
    boardBootId = started.getBoardBootId();
  }

  private void event(ExecutorEvent event, long monoNs) {
    InfusionState state = InfusionState.valueOf(event.getStamp().getState());
    boolean underWay = state == InfusionState.INFUSING || state == InfusionState.PAUSED;
    if (underWay && !seen.isUnderWay()) {
      told.clear();
    }
    seen = seen.underWay(underWay, monoNs);
  }

  private void recorded(SessionRecorded record, long monoNs) {
    Reading reading = ObservationForm.reading(record, monoNs);
    if (reading != null) {
      seen = seen.with(reading);
      lastNumber = Math.max(lastNumber, reading.number());
      return;
    }
    switch (record.getFactCase()) {
      case BEGUN, ENDED -> {
        sessionId = record.hasBegun() ? record.getSessionId() : "";
        seen = seen.isUnderWay() ? seen : Observations.NONE;
      }
      case ADVICE_GIVEN -> told.add(ObservationForm.key(record.getAdviceGiven()));
      case OBSERVATION_LATE -> told.add(ObservationForm.key(record.getObservationLate()));
      case ADVICE_NOTED -> seen = seen.with(ObservationForm.noted(record));
      case PAUSED_BY_OBSERVATION ->
          seen = seen.pausedFor(record.getPausedByObservation().getReading());
      default -> {
        // Nothing that is observed.
      }
    }
  }

  /** What was observed so far. */
  synchronized Observations now() {
    return seen;
  }

  /** The session that goes on; empty if none does. */
  synchronized String sessionId() {
    return sessionId;
  }

  /** The number the next reading has: above all that are on record. */
  synchronized long nextNumber() {
    return lastNumber + 1;
  }

  /** Whether this advice, or that something is late, is on record already. */
  synchronized boolean wasTold(String key) {
    return told.contains(key);
  }
}
