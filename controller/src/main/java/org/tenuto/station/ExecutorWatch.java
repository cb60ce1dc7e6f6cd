package org.tenuto.station;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.journal.Entry;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalException;
import org.tenuto.link.StationLink;

/**
 * Attaches to the executor that is there, settles what an earlier station left open with it, and
 * notices when it falls silent. Keeper thread only, but for {@link #lastWireSeq}.
 */
final class ExecutorWatch {

  private static final Logger LOG = LoggerFactory.getLogger(ExecutorWatch.class);

  private static final long ATTACH_NS = 200_000_000;
  private static final long SILENT_NS = 1_000_000_000;

  private final StationLink link;
  private final StationClock clock;
  private final Recovery recovery;
  private final StatusSnapshot snapshot = new StatusSnapshot();
  private long attachedNs;
  private long bootId;
  private boolean reportedLost;
  private @Nullable String lastRefusal;
  private volatile long lastWireSeq;

  ExecutorWatch(StationLink link, Journal journal, StationClock clock, DeviceMemory memory) {
    this.link = link;
    this.clock = clock;
    this.recovery = new Recovery(link, journal, clock, memory);
    this.lastWireSeq = journal.lastWireSeq();
  }

  /**
   * Looks, several times a second.
   *
   * @param entries gets what is to be put on record
   */
  void look(long nowNs, List<Entry> entries) throws JournalException {
    if (nowNs - attachedNs >= ATTACH_NS) {
      attachedNs = nowNs;
      long present = link.attach();
      warnOfRefusal(link.executorRefusal());
      if (present != bootId) {
        bootId = present;
        reportedLost = false;
        recovery.attached(present);
      }
      recovery.settle(nowNs, entries);
    }
    lookForSilence(entries, nowNs);
  }

  private void warnOfRefusal(@Nullable String refusal) {
    if (refusal != null && !refusal.equals(lastRefusal)) {
      LOG.warn("executor not attached: {}", refusal);
    }
    lastRefusal = refusal;
  }

  private void lookForSilence(List<Entry> entries, long nowNs) {
    link.readSnapshot(snapshot); // keeps the last whole one if this one is torn, also for ever
    if (bootId == 0 || snapshot.executorBootId != bootId) {
      return;
    }
    long silentNs = nowNs - snapshot.nowNs;
    if (silentNs < SILENT_NS) {
      reportedLost = false;
    } else if (!reportedLost) {
      reportedLost = true;
      Instant wall = clock.wall();
      entries.add(
          Entry.publishable(
              bootId,
              snapshot.nowNs,
              wall,
              JournalForm.executorLost(snapshot, silentNs),
              WireForm.executorLost(snapshot, silentNs, wall)));
    }
  }

  /** Whether what an earlier station left open is closed: commands may be taken. */
  boolean isSettled() {
    return recovery.isSettled();
  }

  /** Last event of the attached executor that was on record before this station came. */
  long resumedAfterSeq() {
    return recovery.resumedAfterSeq();
  }

  /** A commit went through. */
  void committed(long wireSeq) {
    lastWireSeq = wireSeq;
  }

  /** Wire sequence of the last durable event. Any thread; never waits. */
  long lastWireSeq() {
    return lastWireSeq;
  }
}
