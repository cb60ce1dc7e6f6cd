package org.tenuto.station;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenuto.observation.Criteria;
import org.tenuto.observation.Observations;

/** Which items of a session readings answer where a site observes, and what is wanting for each. */
final class ReadingItems {

  private ReadingItems() {}

  /** By id of the item what is wanting, one line; empty if nothing is. */
  static Map<String, String> of(Observations seen, ObservationRules rules, long nowNs) {
    Map<String, String> wanting = new LinkedHashMap<>();
    put(
        wanting,
        "baseline-vitals",
        Criteria.baselineVitals(seen, rules.thresholds(), rules.baseline(), nowNs));
    put(wanting, "baseline-scales", Criteria.baselineScales(seen));
    put(wanting, "pressure-baseline", Criteria.pressure(seen, nowNs));
    put(wanting, "alert", Criteria.alert(seen));
    put(wanting, "dissociation", Criteria.dissociation(seen));
    return wanting;
  }

  private static void put(Map<String, String> wanting, String itemId, @Nullable String what) {
    wanting.put(itemId, what == null ? "" : what);
  }
}
