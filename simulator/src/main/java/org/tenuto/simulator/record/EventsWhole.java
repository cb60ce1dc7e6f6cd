package org.tenuto.simulator.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tenuto.proto.journal.EventsMissing;
import org.tenuto.proto.journal.ExecutorEvent;

/**
 * Every event of an executor is on record once, in order and as it was said; a gap is on record as
 * one, and is one; nothing an executor that lives said more than 3 s ago is missing, once the
 * record has been kept for so long.
 */
final class EventsWhole implements RecordCheck {

  private static final long LATE_NS = 3_000_000_000L;

  private final HeardEvents heard;
  private final Complaints complaints;

  /** Up to where each executor's events are on record, or are known to be missing. */
  private final Map<Long, Long> coveredTo = new HashMap<>();

  EventsWhole(HeardEvents heard, Complaints complaints) {
    this.heard = heard;
    this.complaints = complaints;
  }

  @Override
  public void take(Kept kept) {
    if (kept.message() instanceof ExecutorEvent event) {
      takeEvent(kept, event);
    } else if (kept.message() instanceof EventsMissing missing) {
      takeGap(kept, missing);
    }
  }

  private void takeEvent(Kept kept, ExecutorEvent event) {
    long bootId = kept.record().bootId();
    long seq = event.getStamp().getSeq();
    long next = coveredTo.getOrDefault(bootId, 0L) + 1;
    if (seq != next) {
      complaints.add(this, at(kept) + "event " + seq + " of an executor, expected " + next);
    }
    coveredTo.put(bootId, Math.max(next - 1, seq));
    List<HeardEvents.Said> said = heard.of(bootId);
    String words = HeardEvents.words(event);
    if (said == null || seq < 1 || seq > said.size()) {
      complaints.add(this, at(kept) + "nobody said " + words);
    } else if (!said.get(Math.toIntExact(seq - 1)).words().equals(words)) {
      String was = said.get(Math.toIntExact(seq - 1)).words();
      complaints.add(this, at(kept) + "says " + words + ", what was said is " + was);
    }
  }

  private void takeGap(Kept kept, EventsMissing missing) {
    long bootId = missing.getExecutorBootId();
    long next = coveredTo.getOrDefault(bootId, 0L) + 1;
    if (missing.getFromSeq() != next || missing.getToSeq() < next) {
      complaints.add(
          this,
          at(kept)
              + "events "
              + missing.getFromSeq()
              + " to "
              + missing.getToSeq()
              + " are said to be missing, expected from "
              + next);
    }
    for (long seq = missing.getFromSeq(); seq <= missing.getToSeq(); seq++) {
      if (!heard.wasLost(bootId, seq)) {
        complaints.add(this, at(kept) + "event " + seq + " is said to be missing, and is not");
        break;
      }
    }
    coveredTo.put(bootId, Math.max(next - 1, missing.getToSeq()));
  }

  private static String at(Kept kept) {
    return "record " + kept.seq() + ": ";
  }

  @Override
  public void judge(Ending ending) {
    List<HeardEvents.Said> said = heard.of(ending.executorBootId());
    int covered = Math.toIntExact(coveredTo.getOrDefault(ending.executorBootId(), 0L));
    if (said != null && ending.keptFor(LATE_NS) && covered < said.size()) {
      HeardEvents.Said first = said.get(covered);
      if (ending.nowNs() - first.atNs() > LATE_NS && !wasLost(ending, covered + 1)) {
        complaints.add(this, "not on record: event " + (covered + 1) + ", " + first.words());
      }
    }
  }

  /** One that was lost is told with the next that is not. */
  private boolean wasLost(Ending ending, long seq) {
    return heard.wasLost(ending.executorBootId(), seq);
  }
}
