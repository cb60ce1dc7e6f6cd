package org.tenuto.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.tenuto.observation.Advice;
import org.tenuto.observation.Assessment;
import org.tenuto.observation.Baseline;
import org.tenuto.observation.Due;
import org.tenuto.observation.Measure;
import org.tenuto.observation.ObservationSchedule;
import org.tenuto.observation.Observations;
import org.tenuto.observation.Reading;

/** What is observed, in the live message: due, late, advised, last and over time. */
final class ObservationJson {

  private static final long NS_PER_S = 1_000_000_000;

  /** Points of a trend at most; a session has some twenty readings. */
  private static final int MOST_POINTS = 120;

  private static final List<Measure> TRENDS =
      List.of(Measure.SYSTOLIC, Measure.DIASTOLIC, Measure.HEART_RATE, Measure.SPO2);

  private ObservationJson() {}

  static void put(ObjectNode json, ObservationView view) {
    Observations seen = view.seen();
    json.put("underWay", seen.isUnderWay());
    json.put("limits", view.thresholds().title());
    json.put("autoPause", view.autoPause());
    String missing = Baseline.missing(seen, view.nowNs());
    boolean before = seen.startNs() == Observations.NEVER;
    json.put("beforeStart", before && missing != null ? missing : "");
    long secondNs = Baseline.secondDueNs(seen, view.nowNs());
    if (before && secondNs != Observations.NEVER) {
      json.put("secondPressureInS", secondsTo(secondNs, view.nowNs()));
    }
    ArrayNode due = json.putArray("due");
    ArrayNode missed = json.putArray("missed");
    for (ObservationSchedule.State state : ObservationSchedule.at(seen, view.nowNs())) {
      if (state.next() != null) {
        due(due.addObject(), state.next(), view.nowNs());
      }
      state.missed().forEach(one -> missed.add(one.series().title() + ", " + one.title()));
    }
    ArrayNode advice = json.putArray("advice");
    Assessment.of(seen, view.thresholds(), view.nowNs())
        .forEach(one -> advice(advice.addObject(), one, Assessment.isNoted(seen, one)));
    last(json.putArray("last"), view);
    trends(json.putArray("trends"), view);
  }

  /** Rounded up: 0 is now or late. */
  private static long secondsTo(long dueNs, long nowNs) {
    return Math.ceilDiv(dueNs - nowNs, NS_PER_S);
  }

  private static void due(ObjectNode json, Due due, long nowNs) {
    json.put("series", due.series().name());
    json.put("text", due.series().title() + ", " + due.title());
    json.put("inS", secondsTo(due.dueNs(), nowNs));
    json.put("lateness", due.lateness(nowNs).name());
    ArrayNode needs = json.putArray("needs");
    due.needs().stream().sorted().forEach(measure -> needs.add(measure.name()));
  }

  private static void advice(ObjectNode json, Advice advice, boolean noted) {
    json.put("level", advice.level().name());
    json.put("reading", Long.toString(advice.reading()));
    json.put("measure", advice.measure().name());
    json.put("text", advice.text());
    json.put("origin", advice.origin());
    json.put("confirmed", advice.confirmed());
    json.put("noted", noted);
  }

  private static void last(ArrayNode json, ObservationView view) {
    for (Measure measure : Measure.values()) {
      Reading last = view.seen().lastAttending(measure);
      if (last != null) {
        Integer value = last.value(measure);
        json.addObject()
            .put("id", measure.name())
            .put("title", measure.title())
            .put("text", value == null ? "not measurable" : measure.text(value))
            .put("known", value != null)
            .put("ageS", (view.nowNs() - last.atNs()) / NS_PER_S)
            .put("reading", Long.toString(last.number()));
      }
    }
  }

  /** Seconds before now, and the value; what could not be measured is a gap: null. */
  private static void trends(ArrayNode json, ObservationView view) {
    List<Reading> readings = view.seen().standing();
    for (Measure measure : TRENDS) {
      List<Reading> own = readings.stream().filter(one -> one.attends(measure)).toList();
      if (!own.isEmpty()) {
        ObjectNode trend = json.addObject().put("id", measure.name()).put("title", measure.title());
        ArrayNode points = trend.putArray("points");
        for (Reading one : own.subList(Math.max(0, own.size() - MOST_POINTS), own.size())) {
          points.addArray().add((one.atNs() - view.nowNs()) / NS_PER_S).add(one.value(measure));
        }
      }
    }
  }

  /** What can be entered, for the page's keypad. */
  static ObjectNode measures() {
    ObjectNode json = Json.object();
    ArrayNode all = json.putArray("measures");
    for (Measure measure : Measure.values()) {
      all.addObject()
          .put("id", measure.name())
          .put("title", measure.title())
          .put("unit", measure.unit())
          .put("scale", measure.isScale())
          .put("lowest", measure.number(measure.lowest()))
          .put("highest", measure.number(measure.highest()))
          .put("decimals", measure.decimals());
    }
    return json;
  }
}
