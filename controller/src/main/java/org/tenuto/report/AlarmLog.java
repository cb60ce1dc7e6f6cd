package org.tenuto.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tenuto.proto.journal.ClosedIntent;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.Intent;
import org.tenuto.proto.journal.StationRecovered;

/**
 * The alarm conditions of a session: raised, cleared, acknowledged, their sound paused and by whom.
 * The page's own alarms (controller lost, record failed) are not on record.
 */
final class AlarmLog {

  /** Something staff did to the alarms that were on. */
  private record Deed(Intent intent, long monoNs, List<AlarmRow> rows) {}

  private final List<AlarmRow> rows = new ArrayList<>();
  private final Map<Long, Deed> deeds = new HashMap<>();

  /** Takes the next record. */
  void take(Kept kept) {
    switch (kept.message()) {
      case ExecutorEvent event -> said(event, kept);
      case Intent intent -> asked(intent, kept);
      case StationRecovered one ->
          one.getClosedList().stream().map(ClosedIntent::getJournalSeq).forEach(deeds::remove);
      case null, default -> {
        // Nothing of alarms.
      }
    }
  }

  /** The session begins: what was over before does not belong to it. */
  void begin() {
    rows.removeIf(row -> !row.isOn());
    rows.forEach(AlarmRow::carriedOver);
  }

  private void said(ExecutorEvent event, Kept kept) {
    long bootId = kept.record().bootId();
    if (event.hasBooted()) {
      rows.stream()
          .filter(row -> row.isOn() && row.bootId() != bootId)
          .forEach(AlarmRow::controllerGone);
    } else if (event.hasAlarmRaised()) {
      String condition = event.getAlarmRaised().getCondition();
      rows.stream().filter(row -> row.isOn(bootId, condition)).forEach(AlarmRow::raisedAgain);
      rows.add(new AlarmRow(kept, condition, event.getStamp().getMonoNs()));
    } else if (event.hasAlarmCleared()) {
      String condition = event.getAlarmCleared().getCondition();
      rows.stream()
          .filter(row -> row.isOn(bootId, condition))
          .forEach(row -> row.cleared(event.getStamp().getMonoNs()));
    } else if (event.hasAnswered()) {
      Deed deed = deeds.remove(event.getAnswered().getJournalSeq());
      if (deed != null && event.getAnswered().getAnswer().equals("ACCEPTED")) {
        deed.rows().forEach(row -> row.done(deed.intent(), deed.monoNs()));
      }
    }
  }

  private void asked(Intent intent, Kept kept) {
    if (intent.hasAcknowledgeAlarms() || intent.hasPauseAudio() || intent.hasResetFault()) {
      List<AlarmRow> on =
          rows.stream().filter(row -> row.isOnOf(intent.getExecutorBootId())).toList();
      deeds.put(kept.seq(), new Deed(intent, kept.monoNs(), on));
    }
  }

  /** In the order they were raised. */
  List<AlarmRow> rows() {
    return List.copyOf(rows);
  }
}
