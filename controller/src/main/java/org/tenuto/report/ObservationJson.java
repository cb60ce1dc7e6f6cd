package org.tenuto.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tenuto.observation.Measure;
import org.tenuto.observation.Reading;
import org.tenuto.proto.journal.LimitInForce;
import org.tenuto.proto.journal.LimitsInForce;

/** Vital signs and scales, what was advised and what staff did, for programs. */
final class ObservationJson {

  private ObservationJson() {}

  static void write(ObjectNode into, SessionFacts facts) {
    limits(into, facts.observation().limits());
    into.put("unreadable_records", facts.observation().unreadable());
    ArrayNode readings = into.putArray("readings");
    facts.observation().readings().forEach(one -> reading(readings.addObject(), facts, one));
    ArrayNode told = into.putArray("advice_and_acts");
    for (ObservationLog.Told one : facts.observation().told()) {
      ObjectNode words = told.addObject();
      JsonFigures.moment(words, "at", facts, one.kept(), one.kept().monoNs());
      boolean station = one.who().equals(StaffAct.STATION);
      words.put("staff_id", station ? null : JsonFigures.known(one.who()));
      words.put("by_the_station_itself", station).put("what", one.what());
    }
  }

  private static void limits(ObjectNode into, @Nullable LimitsInForce limits) {
    if (limits == null) {
      into.putNull("limits");
      return;
    }
    ObjectNode held = into.putObject("limits");
    held.put("title", limits.getTitle()).put("sha256", limits.getHash());
    held.put("pauses_by_itself", limits.getAutoPause());
    ArrayNode all = held.putArray("thresholds");
    for (LimitInForce one : limits.getLimitsList()) {
      ObjectNode threshold = all.addObject().put("threshold_id", one.getThresholdId());
      threshold.put("when", one.getWhen()).put("level", one.getLevel()).put("side", one.getSide());
      limit(threshold, one);
    }
  }

  private static void limit(ObjectNode into, LimitInForce one) {
    for (Measure measure : Measure.values()) {
      if (measure.name().equals(one.getMeasure())) {
        boolean percent = one.getSide().equals("ABOVE_BASELINE");
        String field = percent ? code(measure) + "_percent_above_baseline" : field(measure);
        BigDecimal whole = BigDecimal.valueOf(one.getLimit());
        into.put(field, percent ? whole : value(measure, one.getLimit()));
      }
    }
  }

  private static void reading(ObjectNode into, SessionFacts facts, ObservationLog.Seen seen) {
    Reading reading = seen.reading();
    Kept taken = facts.observation().takenAt(seen);
    Reading instead = facts.observation().instead(reading.number());
    into.put("number", reading.number());
    JsonFigures.moment(into, "taken", facts, taken, taken.monoNs());
    into.put("staff_id", JsonFigures.known(reading.staffId()));
    into.put("source", reading.source().name());
    into.put("corrects", reading.corrects() == 0 ? null : Long.valueOf(reading.corrects()));
    into.put("voids", reading.voids());
    into.put("corrected_by", instead == null ? null : Long.valueOf(instead.number()));
    into.put("reason", JsonFigures.known(reading.reason()));
    ObjectNode values = into.putObject("values");
    ArrayNode unknown = into.putArray("not_measurable");
    for (Measure measure : Measure.values()) {
      Integer value = reading.value(measure);
      if (value != null) {
        values.put(field(measure), value(measure, value));
      } else if (reading.unknown().contains(measure)) {
        unknown.add(code(measure));
      }
    }
  }

  private static BigDecimal value(Measure measure, int value) {
    return JsonFigures.trimmed(BigDecimal.valueOf(value, measure.decimals()));
  }

  /** E.g. {@code systolic_mmhg}; a scale has no unit. */
  private static String field(Measure measure) {
    return code(measure)
        + switch (measure.unit()) {
          case "mmHg" -> "_mmhg";
          case "/min" -> "_per_min";
          case "%" -> "_percent";
          case "\u00b0C" -> "_celsius";
          default -> "";
        };
  }

  private static String code(Measure measure) {
    return measure.name().toLowerCase(Locale.ROOT);
  }
}
