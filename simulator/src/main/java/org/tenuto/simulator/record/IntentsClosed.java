package org.tenuto.simulator.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tenuto.proto.journal.ClosedIntent;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.Intent;
import org.tenuto.proto.journal.StationRecovered;
import org.tenuto.proto.journal.StationStarted;

/**
 * Every intent ends: by the executor's answer, or by the next station, which closes what it found
 * open within 7 s, once, and never as expired what the executor carried out.
 */
final class IntentsClosed implements RecordCheck {

  /** An executor that has not taken a station by then is not there; and what that takes. */
  private static final long SETTLED_NS = 7_000_000_000L;

  private record Command(long stationBootId, long seq) {}

  private final HeardEvents heard;
  private final Complaints complaints;
  private final Map<Command, Kept> open = new LinkedHashMap<>();
  private final Map<Long, Command> bySeq = new HashMap<>();
  private final Set<Command> known = new HashSet<>();
  private long stationBootId;
  private long startedNs;
  private boolean recovered = true;

  IntentsClosed(HeardEvents heard, Complaints complaints) {
    this.heard = heard;
    this.complaints = complaints;
  }

  @Override
  public void take(Kept kept) {
    switch (kept.message()) {
      case Intent intent -> opened(kept, intent);
      case ExecutorEvent event -> answered(kept, event);
      case StationStarted started -> {
        stationBootId = started.getStationBootId();
        startedNs = kept.monoNs();
        recovered = false;
      }
      case StationRecovered by -> recovered(kept, by);
      default -> {
        // Says nothing about an intent.
      }
    }
  }

  private void opened(Kept kept, Intent intent) {
    Command command = new Command(intent.getStationBootId(), intent.getCommandSeq());
    if (command.stationBootId() != stationBootId || !known.add(command)) {
      complaints.add(this, at(kept) + "an intent nobody can have had: " + command);
    }
    open.put(command, kept);
    bySeq.put(kept.seq(), command);
  }

  private void answered(Kept kept, ExecutorEvent event) {
    switch (event.getBodyCase()) {
      case ANSWERED -> {
        var answer = event.getAnswered();
        Command command = new Command(answer.getStationBootId(), answer.getCommandSeq());
        long intentSeq = answer.getJournalSeq();
        if (intentSeq != 0 && !command.equals(bySeq.get(intentSeq))) {
          complaints.add(this, at(kept) + "answers intent " + intentSeq + ", which is another");
        }
        open.remove(command);
      }
      case ORDER_READ_BACK -> {
        var answer = event.getOrderReadBack();
        open.remove(new Command(answer.getStationBootId(), answer.getCommandSeq()));
      }
      case PRIMING_OFFERED -> {
        var answer = event.getPrimingOffered();
        open.remove(new Command(answer.getStationBootId(), answer.getCommandSeq()));
      }
      default -> {
        // Answers nothing.
      }
    }
  }

  private void recovered(Kept kept, StationRecovered by) {
    if (by.getStationBootId() != stationBootId || recovered) {
      complaints.add(this, at(kept) + "settled by a station that has nothing to settle");
    }
    recovered = true;
    by.getClosedList().forEach(closed -> close(kept, closed));
    for (Map.Entry<Command, Kept> one : open.entrySet()) {
      if (one.getKey().stationBootId() != by.getStationBootId()) {
        complaints.add(this, at(kept) + "leaves intent " + one.getValue().seq() + " open");
      }
    }
  }

  private void close(Kept kept, ClosedIntent closed) {
    Command command = bySeq.get(closed.getJournalSeq());
    if (command == null || open.remove(command) == null) {
      complaints.add(this, at(kept) + "closes " + closed.getJournalSeq() + ", no open intent");
    } else if (deniesTheTruth(command, closed.getOutcome())) {
      complaints.add(
          this,
          at(kept)
              + "closes intent "
              + closed.getJournalSeq()
              + " as "
              + closed.getOutcome()
              + ", the executor carried it out");
    }
  }

  private boolean deniesTheTruth(Command command, ClosedIntent.Outcome outcome) {
    boolean denied =
        outcome == ClosedIntent.Outcome.EXPIRED || outcome == ClosedIntent.Outcome.REJECTED;
    return denied && heard.wasAccepted(command.stationBootId(), command.seq());
  }

  private static String at(Kept kept) {
    return "record " + kept.seq() + ": ";
  }

  @Override
  public void judge(Ending ending) {
    if (!recovered && ending.keptFor(SETTLED_NS)) {
      complaints.add(
          this,
          "a station that started at "
              + startedNs
              + " ns has not settled what was open, "
              + open.size()
              + " intents");
    }
  }
}
