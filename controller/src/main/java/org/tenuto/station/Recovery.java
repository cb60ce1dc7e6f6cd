package org.tenuto.station;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent.Booted;
import org.tenuto.dose.ReadBack;
import org.tenuto.journal.Entry;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalException.Reason;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.journal.OpenIntents;
import org.tenuto.journal.OpenIntents.OpenIntent;
import org.tenuto.link.StationLink;
import org.tenuto.proto.journal.ClosedIntent;
import org.tenuto.proto.journal.ClosedIntent.Outcome;
import org.tenuto.proto.journal.ExecutorRecording;
import org.tenuto.proto.journal.StationRecovered;

/**
 * What a restarted station owes its record: it goes on after the last event that is durable, and
 * closes every intent its predecessor left without an answer. Keeper thread only.
 */
final class Recovery {

  private static final String EVENT = "ExecutorEvent";
  private static final String RECORDING = "ExecutorRecording";

  /** An executor that has not adopted this station by then is not there. */
  private static final long GIVE_UP_NS = 5_000_000_000L;

  /** An executor answers what it took within milliseconds; its answers are on record by then. */
  private static final long ANSWERED_NS = 500_000_000;

  private static final int PAGE = 500;
  private static final int PAGES = 40;

  private final StationLink link;
  private final Journal journal;
  private final StationClock clock;
  private final DeviceMemory memory;
  private long resumedAfterSeq;
  private long firstLookNs;
  private long adoptedNs;
  private boolean settled;

  Recovery(StationLink link, Journal journal, StationClock clock, DeviceMemory memory) {
    this.link = link;
    this.journal = journal;
    this.clock = clock;
    this.memory = memory;
  }

  /** An executor was attached: go on where the record ends, remember what it said before. */
  void attached(long executorBootId) throws JournalException {
    try (JournalReader reader = journal.reader()) {
      Optional<JournalRecord> last = reader.lastOf(EVENT, executorBootId);
      resumedAfterSeq = last.isEmpty() ? 0 : parse(last.get()).getStamp().getSeq();
      link.resumeAfter(executorBootId, resumedAfterSeq);
      Optional<JournalRecord> recorded = reader.lastOf(RECORDING, executorBootId);
      if (recorded.isPresent()) {
        link.resumeRecordingAt(end(recorded.get()));
      }
      if (last.isPresent()) {
        remember(reader, last.get().seq(), executorBootId);
      }
    }
  }

  /** Looks back through what the record has of this boot, as far as is worth the time. */
  private void remember(JournalReader reader, long untilSeq, long bootId) throws JournalException {
    ReadBack readBack = null;
    Booted booted = null;
    long endSeq = untilSeq;
    for (int page = 0; page < PAGES && endSeq > 0 && booted == null; page++) {
      long startSeq = Math.max(0, endSeq - PAGE);
      ReadBack newestOnPage = null;
      for (JournalRecord record : reader.readAfter(startSeq, Math.toIntExact(endSeq - startSeq))) {
        if (record.bootId() == bootId && record.type().equals(EVENT)) {
          var event = parse(record);
          newestOnPage = inForce(event, newestOnPage);
          booted = event.hasBooted() ? JournalParser.booted(event) : booted;
        }
      }
      readBack = readBack == null ? newestOnPage : readBack;
      endSeq = startSeq;
    }
    memory.restore(readBack, booted);
  }

  private static @Nullable ReadBack inForce(
      org.tenuto.proto.journal.ExecutorEvent event, @Nullable ReadBack before) {
    if (event.hasOrderChanged()) {
      return JournalOrderParser.readBack(event.getOrderChanged().getReadBack());
    }
    if (!event.hasOrderReadBack()) {
      return before;
    }
    ReadBack readBack = JournalOrderParser.readBack(event.getOrderReadBack().getReadBack());
    return DeviceMemory.isInForce(readBack) ? readBack : before;
  }

  boolean isSettled() {
    return settled;
  }

  /** Last event of the attached executor that was on record before; 0 for none. */
  long resumedAfterSeq() {
    return resumedAfterSeq;
  }

  /**
   * Closes open intents, once: when the executor reads this station's commands, or is not there.
   *
   * @param entries gets what is to be put on record then
   */
  void settle(long nowNs, List<Entry> entries) throws JournalException {
    if (firstLookNs == 0) {
      firstLookNs = nowNs;
    }
    boolean adopted = link.adopted();
    if (adopted && adoptedNs == 0) {
      adoptedNs = nowNs;
    }
    boolean due = adopted ? nowNs - adoptedNs >= ANSWERED_NS : nowNs - firstLookNs >= GIVE_UP_NS;
    if (settled || !due) {
      return;
    }
    settled = true;
    StationRecovered.Builder recovered =
        StationRecovered.newBuilder()
            .setStationBootId(link.bootId())
            .setExecutorBootId(link.executorBootId())
            .setLastDurableEventSeq(resumedAfterSeq);
    try (JournalReader reader = journal.reader()) {
      for (OpenIntent open : OpenIntents.in(reader)) {
        if (open.intent().getStationBootId() != link.bootId()) {
          recovered.addClosed(close(open, adopted));
        }
      }
    }
    entries.add(Entry.confined(link.bootId(), nowNs, clock.wall(), recovered.build()));
  }

  /**
   * An executor answers every command it takes, and its answers are drained by now: one that lives
   * on without an answer never took it and never will. Of one that is gone nobody knows.
   */
  private ClosedIntent close(OpenIntent open, boolean adopted) {
    boolean sameExecutor = adopted && open.intent().getExecutorBootId() == link.executorBootId();
    return ClosedIntent.newBuilder()
        .setJournalSeq(open.journalSeq())
        .setOutcome(sameExecutor ? Outcome.EXPIRED : Outcome.UNCONFIRMED)
        .build();
  }

  /** Bytes of that executor's recording that are on record. */
  private static long end(JournalRecord record) throws JournalException {
    try {
      var part = ExecutorRecording.parseFrom(record.payload());
      return part.getPosition() + part.getBytes().size();
    } catch (InvalidProtocolBufferException e) {
      throw new JournalException(Reason.CORRUPT, "record " + record.seq() + ": unreadable", e);
    }
  }

  private static org.tenuto.proto.journal.ExecutorEvent parse(JournalRecord record)
      throws JournalException {
    try {
      return org.tenuto.proto.journal.ExecutorEvent.parseFrom(record.payload());
    } catch (InvalidProtocolBufferException e) {
      throw new JournalException(Reason.CORRUPT, "record " + record.seq() + ": unreadable", e);
    }
  }
}
