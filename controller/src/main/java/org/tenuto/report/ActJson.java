package org.tenuto.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.tenuto.alarm.AlarmCondition;

/** The alarms and the acts of staff, for programs. */
final class ActJson {

  private ActJson() {}

  static void alarms(ArrayNode into, SessionFacts facts) {
    facts.alarms().rows().forEach(row -> alarm(into.addObject(), facts, row));
  }

  private static void alarm(ObjectNode into, SessionFacts facts, AlarmRow row) {
    AlarmCondition known = row.known();
    into.put("seq", row.seq()).put("condition", row.condition());
    into.put("priority", known == null ? null : known.priority().name());
    into.put("text", known == null ? null : known.text());
    into.put("on_before_this_order", row.isFromBefore());
    JsonFigures.moment(into, "raised", facts, row.raised(), row.raisedNs());
    if (row.isCleared()) {
      JsonFigures.moment(into, "cleared", facts, row.raised(), row.clearedNs());
    } else {
      into.putNull("cleared_since_start_s").putNull("cleared_utc");
    }
    into.put("still_on", row.isOn());
    into.put("end_not_on_record_for", JsonFigures.known(row.endUnknown()));
    deeds(into.putArray("acknowledged"), facts, row, row.acknowledged());
    deeds(into.putArray("sound_paused"), facts, row, row.audioPaused());
  }

  private static void deeds(
      ArrayNode into, SessionFacts facts, AlarmRow row, List<AlarmRow.Deed> deeds) {
    for (AlarmRow.Deed deed : deeds) {
      ObjectNode one = into.addObject().put("staff_id", JsonFigures.known(deed.staffId()));
      JsonFigures.moment(one, "at", facts, row.raised(), deed.monoNs());
    }
  }

  static void acts(ArrayNode into, SessionFacts facts) {
    for (StaffAct act : facts.acts().all()) {
      ObjectNode one = into.addObject().put("seq", act.kept().seq());
      JsonFigures.moment(one, "at", facts, act.kept(), act.monoNs());
      one.put("staff_id", act.isByName() ? act.who() : null);
      one.put("by_the_station_itself", act.who().equals(StaffAct.STATION));
      one.put("what", act.what()).put("answer", act.answer());
    }
  }
}
