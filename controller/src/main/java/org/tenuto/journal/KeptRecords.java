package org.tenuto.journal;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenuto.journal.JournalException.Reason;
import org.tenuto.journal.OpenIntents.OpenIntent;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.Intent;
import org.tenuto.proto.journal.OrderReadBack;

/** From where on a journal has to be kept, whatever its age, and why. */
final class KeptRecords {

  private static final int PAGE = 1_000;
  private static final List<String> TYPES = List.of("ExecutorEvent", "Intent");

  /** Of an order that was started and is not over. */
  private static final Set<String> UNDER_WAY = Set.of("INFUSING", "PAUSED", "FAULT");

  private record Command(long stationBootId, long seq) {}

  private final RecordStore store;
  private final int keepSessions;

  /** Orders that were started, the last first. */
  private final Set<Long> started = new LinkedHashSet<>();

  /** Proposals of those whose first record is still looked for. */
  private final Map<Command, Long> proposals = new HashMap<>();

  private final Set<Long> unread = new HashSet<>();
  private long sessionsFromSeq = Long.MAX_VALUE;
  private boolean unfinished;
  private long fromSeq = Long.MAX_VALUE;
  private String why = "";

  private KeptRecords(RecordStore store, int keepSessions) {
    this.store = store;
    this.keepSessions = keepSessions;
  }

  static KeptRecords in(RecordStore store, Retention retention, PrunePlan.Copies copies)
      throws JournalException {
    KeptRecords kept = new KeptRecords(store, retention.keepSessions());
    kept.copies(copies);
    kept.sessions();
    kept.lastOf("StationStarted", "the last station's beginning");
    kept.lastOf("ExecutorEvent", "the last executor's last word");
    for (OpenIntent open : OpenIntents.in(new JournalReader(store))) {
      kept.from(open.journalSeq(), "an intent without an answer");
    }
    kept.from(store.last().map(JournalRecord::seq).orElse(1L), "the last record");
    return kept;
  }

  /** The first record that has to stay. */
  long fromSeq() {
    return fromSeq;
  }

  String why() {
    return "record " + fromSeq + ": " + why;
  }

  boolean unfinished() {
    return unfinished;
  }

  private void from(long seq, String reason) {
    if (seq < fromSeq) {
      fromSeq = seq;
      why = reason;
    }
  }

  private void copies(PrunePlan.Copies copies) throws JournalException {
    ExportMark mark = copies.mark();
    from((mark == null ? 0 : mark.exportedOf(store)) + 1, "not exported");
    if (copies.telemetry()) {
      List<JournalRecord> next = store.wireAfter(store.cursor(Journal.PUBLISHED), 1);
      if (!next.isEmpty()) {
        from(next.getFirst().seq(), "not published");
      }
    }
  }

  private void lastOf(String type, String reason) throws JournalException {
    var last = store.lastOf(type);
    if (last.isPresent()) {
      from(last.get().seq(), reason);
    }
  }

  /** Looks back until it knows where the last orders that were started begin. */
  private void sessions() throws JournalException {
    boolean newest = true;
    List<JournalRecord> page = store.ofTypesBefore(TYPES, Long.MAX_VALUE, PAGE);
    while (!page.isEmpty() && !isKnown()) {
      for (JournalRecord record : page) {
        if (record.type().equals("Intent")) {
          proposed(record);
        } else {
          ExecutorEvent event = event(record);
          if (newest) {
            unfinished = UNDER_WAY.contains(event.getStamp().getState());
            newest = false;
          }
          look(event, record.seq());
        }
      }
      page = store.ofTypesBefore(TYPES, page.getLast().seq(), PAGE);
    }
    if (!started.isEmpty()) {
      boolean running = unfinished && keepSessions == 1;
      String orders = "of the last " + keepSessions + " orders";
      from(sessionsFromSeq, running ? "of an order that is not over" : orders);
    }
  }

  private boolean isKnown() {
    return started.size() == keepSessions && unread.isEmpty() && proposals.isEmpty();
  }

  private void look(ExecutorEvent event, long seq) {
    long nonce = event.getStamp().getOrderNonce();
    boolean begun =
        nonce != 0 && (UNDER_WAY.contains(event.getStamp().getState()) || event.hasProgramSent());
    if (begun && started.size() < keepSessions && started.add(nonce)) {
      unread.add(nonce);
    }
    if (started.contains(nonce)) {
      sessionsFromSeq = Math.min(sessionsFromSeq, seq);
    }
    if (event.hasOrderReadBack()) {
      readBack(event.getOrderReadBack(), seq);
    }
  }

  private void readBack(OrderReadBack shown, long seq) {
    if (unread.remove(shown.getReadBack().getNonce())) {
      sessionsFromSeq = Math.min(sessionsFromSeq, seq);
      proposals.put(new Command(shown.getStationBootId(), shown.getCommandSeq()), seq);
    }
  }

  private void proposed(JournalRecord record) throws JournalException {
    try {
      Intent intent = Intent.parseFrom(record.payload());
      @Nullable Long shown =
          proposals.remove(new Command(intent.getStationBootId(), intent.getCommandSeq()));
      if (shown != null) {
        sessionsFromSeq = Math.min(sessionsFromSeq, record.seq());
      }
    } catch (InvalidProtocolBufferException e) {
      throw unreadable(record, e);
    }
  }

  private static ExecutorEvent event(JournalRecord record) throws JournalException {
    try {
      return ExecutorEvent.parseFrom(record.payload());
    } catch (InvalidProtocolBufferException e) {
      throw unreadable(record, e);
    }
  }

  private static JournalException unreadable(JournalRecord record, Exception e) {
    return new JournalException(
        Reason.CORRUPT, "record " + record.seq() + ": unreadable " + record.type(), e);
  }
}
