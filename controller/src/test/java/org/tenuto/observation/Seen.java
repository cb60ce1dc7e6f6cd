package org.tenuto.observation;

import java.util.Map;
import java.util.Set;

/** What was observed, told in minutes since the board booted. */
final class Seen {

  static final long MIN_NS = 60_000_000_000L;

  private Observations seen = Observations.NONE;

  static long min(double min) {
    return Math.round(min * MIN_NS);
  }

  Observations now() {
    return seen;
  }

  Seen start(double atMin) {
    seen = seen.underWay(true, min(atMin));
    return this;
  }

  Seen end(double atMin) {
    seen = seen.underWay(false, min(atMin));
    return this;
  }

  Seen at(double atMin, Map<Measure, Integer> values) {
    return atNs(min(atMin), values, Set.of(), 0);
  }

  Seen vitals(double atMin) {
    return vitalsAtNs(min(atMin));
  }

  Seen vitalsAtNs(long atNs) {
    return atNs(
        atNs,
        Map.of(
            Measure.SYSTOLIC, 120,
            Measure.DIASTOLIC, 80,
            Measure.HEART_RATE, 70,
            Measure.SPO2, 98),
        Set.of(),
        0);
  }

  Seen unknown(double atMin, Measure... measures) {
    return atNs(min(atMin), Map.of(), Set.of(measures), 0);
  }

  Seen corrects(long number, double atMin, Map<Measure, Integer> values) {
    return atNs(min(atMin), values, Set.of(), number);
  }

  Seen voids(long number, double atMin) {
    return atNs(min(atMin), Map.of(), Set.of(), number);
  }

  Seen noted(long reading, Level level) {
    seen = seen.with(new Noted(reading, level, Noted.Action.CONTINUING, "rn-1"));
    return this;
  }

  Seen atNs(long atNs, Map<Measure, Integer> values, Set<Measure> unknown, long corrects) {
    seen = seen.with(reading(seen.nextNumber(), atNs, values, unknown, corrects));
    return this;
  }

  static Reading reading(
      long number, long atNs, Map<Measure, Integer> values, Set<Measure> unknown, long corrects) {
    String reason = corrects == 0 ? "" : "mistyped";
    return new Reading(number, corrects, values, unknown, reason, Source.MANUAL, "rn-1", atNs);
  }
}
