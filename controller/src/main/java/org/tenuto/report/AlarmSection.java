package org.tenuto.report;

import java.util.List;
import java.util.stream.Collectors;
import org.tenuto.alarm.AlarmCondition;

/** Every alarm condition of the session. */
final class AlarmSection {

  private AlarmSection() {}

  static void write(Html html, SessionFacts facts) {
    html.heading("Alarms");
    List<AlarmRow> rows = facts.alarms().rows();
    if (rows.isEmpty()) {
      html.paragraph("None on record.");
    } else {
      html.table(
          "words", "raised", "priority", "condition", "cleared", "acknowledged", "sound paused");
      rows.forEach(row -> row(html, facts, row));
      html.end();
    }
    html.note(
        "The controller's alarms. Those of the page itself (controller lost, record failed) are"
            + " not on record.");
  }

  private static void row(Html html, SessionFacts facts, AlarmRow row) {
    AlarmCondition known = row.known();
    html.row(
        "alarm-" + row.seq(),
        (row.isFromBefore() ? "before this order, " : "")
            + Moment.of(facts, row.raised(), row.raisedNs()),
        known == null ? "not known" : known.priority().name(),
        row.condition() + (known == null ? "" : ": " + known.text()),
        cleared(facts, row),
        deeds(facts, row, row.acknowledged()),
        deeds(facts, row, row.audioPaused()));
  }

  private static String cleared(SessionFacts facts, AlarmRow row) {
    if (row.isCleared()) {
      return Moment.of(facts, row.raised(), row.clearedNs());
    }
    return row.isOn() ? "still on where the record ends" : "not on record: " + row.endUnknown();
  }

  private static String deeds(SessionFacts facts, AlarmRow row, List<AlarmRow.Deed> deeds) {
    return deeds.stream()
        .map(
            deed ->
                Words.staff(deed.staffId()) + ", " + Moment.of(facts, row.raised(), deed.monoNs()))
        .collect(Collectors.joining("; "));
  }
}
