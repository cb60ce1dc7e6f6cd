package org.tenuto.station;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalException.Reason;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.proto.journal.SessionRecorded;
import org.tenuto.staff.Lockouts;

/** Wrong PINs and lockouts as earlier stations put them on record: a restart forgives none. */
final class WrongPins {

  private static final List<String> TYPES = List.of("SessionRecorded");
  private static final int PAGE = 1_000;

  /** Further back nothing of a lockout can be left. */
  private static final long LOOK_BACK_MS = TimeUnit.DAYS.toMillis(2);

  private WrongPins() {}

  /** Has lockouts go on where the record leaves them. */
  static void restore(Journal journal, StationClock clock, Lockouts lockouts)
      throws JournalException {
    List<JournalRecord> newestFirst = new ArrayList<>();
    try (JournalReader reader = journal.reader()) {
      long beforeSeq = Long.MAX_VALUE;
      while (beforeSeq > 0) {
        List<JournalRecord> page = reader.readOfTypesBefore(TYPES, beforeSeq, PAGE);
        newestFirst.addAll(page);
        beforeSeq = goesOn(page, newestFirst) ? page.getLast().seq() : 0;
      }
    }
    for (JournalRecord record : newestFirst.reversed()) {
      heard(record, clock, lockouts);
    }
  }

  /** By the record's own times: the clock may have been set since. */
  private static boolean goesOn(List<JournalRecord> page, List<JournalRecord> newestFirst) {
    return page.size() == PAGE
        && newestFirst.getFirst().wallMs() - page.getLast().wallMs() < LOOK_BACK_MS;
  }

  private static void heard(JournalRecord record, StationClock clock, Lockouts lockouts)
      throws JournalException {
    SessionRecorded fact;
    try {
      fact = SessionRecorded.parseFrom(record.payload());
    } catch (InvalidProtocolBufferException e) {
      throw new JournalException(Reason.CORRUPT, "record " + record.seq() + ": unreadable", e);
    }
    String id = fact.getStaffId();
    if (fact.hasSignedIn()) {
      lockouts.right(id);
    } else if (fact.hasSecondChecked()) {
      lockouts.right(fact.getSecondStaffId());
    } else if (fact.hasSignInRefused() && !id.isEmpty()) {
      lockouts.restoreWrong(id, fact.getSignInRefused().getWrongInARow());
    } else if (fact.hasLockedOut()) {
      long lockedMs = Math.max(0, fact.getLockedOut().getLockedMs());
      // A clock that was set back locks for no longer than the lockout was.
      long leftMs = Math.clamp(record.wallMs() + lockedMs - clock.wallMs(), 0, lockedMs);
      lockouts.restoreLocked(
          id,
          fact.getLockedOut().getLockouts(),
          TimeUnit.MILLISECONDS.toNanos(leftMs),
          clock.nowNs());
    }
  }
}
