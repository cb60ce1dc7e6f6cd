package org.tenuto.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenuto.observation.Measure;
import org.tenuto.observation.Reading;

/** The readings of the session, those that no longer stand too: what can be corrected. */
final class ReadingsJson {

  private static final long NS_PER_S = 1_000_000_000;

  /** A session has some twenty readings. */
  private static final int MOST_READINGS = 120;

  private ReadingsJson() {}

  /** Newest first; none where nothing is observed. */
  static ObjectNode of(@Nullable ObservationView view) {
    ObjectNode json = Json.object();
    ArrayNode readings = json.putArray("readings");
    if (view != null) {
      List<Reading> all = view.seen().readings();
      Map<Long, Reading> placeTakenBy = new HashMap<>();
      all.forEach(one -> placeTakenBy.put(one.corrects(), one));
      all.reversed().stream()
          .filter(one -> !one.voids())
          .limit(MOST_READINGS)
          .forEach(
              one -> put(readings.addObject(), one, placeTakenBy.get(one.number()), view.nowNs()));
    }
    return json;
  }

  private static void put(ObjectNode json, Reading one, @Nullable Reading instead, long nowNs) {
    json.put("reading", Long.toString(one.number()));
    json.put("ageS", (nowNs - one.atNs()) / NS_PER_S);
    json.put("by", one.staffId());
    json.put("stands", instead == null);
    if (instead != null) {
      json.put("instead", instead.voids() ? "" : Long.toString(instead.number()));
      json.put("why", instead.reason());
    }
    ArrayNode values = json.putArray("values");
    one.measures().stream().sorted().forEach(measure -> put(values.addObject(), measure, one));
  }

  private static void put(ObjectNode json, Measure measure, Reading one) {
    Integer value = one.value(measure);
    json.put("id", measure.name());
    json.put("title", measure.title());
    json.put("known", value != null);
    json.put("value", value == null ? "" : measure.number(value));
  }
}
