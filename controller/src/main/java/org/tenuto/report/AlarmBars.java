package org.tenuto.report;

import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.alarm.AlarmCondition;

/** The alarms under the curves: a row for each condition, told apart by letter and pattern too. */
final class AlarmBars {

  private static final double ROW = 15;
  private static final double BAR = 10;
  private static final double LEAST_WIDTH = 2;
  private static final double ROOM_FOR_LETTER = 11;

  private final SessionFacts facts;
  private final TimeAxis time;
  private final List<String> conditions;

  AlarmBars(SessionFacts facts, TimeAxis time) {
    this.facts = facts;
    this.time = time;
    conditions =
        List.copyOf(
            facts.alarms().rows().stream()
                .filter(this::isShown)
                .map(AlarmRow::condition)
                .collect(LinkedHashSet::new, LinkedHashSet::add, LinkedHashSet::addAll));
  }

  private boolean isShown(AlarmRow row) {
    return facts.isOnOneClock(row.raised()) && endS(row) >= 0 && startS(row) <= time.endS();
  }

  private double startS(AlarmRow row) {
    return facts.span().times().s(row.raisedNs());
  }

  private double endS(AlarmRow row) {
    if (row.isCleared()) {
      return facts.span().times().s(row.clearedNs());
    }
    TrailPoint last = row.isOn() ? null : facts.trail().last();
    return last == null ? time.endS() : facts.span().times().s(last.monoNs());
  }

  double height() {
    return Math.max(1, conditions.size()) * ROW;
  }

  void draw(Drawing drawing, double top) {
    drawing.text("name", TimeAxis.LEFT, top - 6, "start", "Alarms");
    if (conditions.isEmpty()) {
      drawing.text("missing", TimeAxis.LEFT + 54, top - 6, "start", "none while the order ran");
    }
    for (int i = 0; i < conditions.size(); i++) {
      double y = top + i * ROW;
      String condition = conditions.get(i);
      facts.alarms().rows().stream()
          .filter(row -> row.condition().equals(condition) && isShown(row))
          .forEach(row -> bar(drawing, row, y));
      drawing.text("alarm-name", TimeAxis.RIGHT + 6, y + BAR - 1, "start", Words.lower(condition));
    }
  }

  private void bar(Drawing drawing, AlarmRow row, double y) {
    double from = time.xOfS(startS(row));
    double width = Math.max(LEAST_WIDTH, time.xOfS(endS(row)) - from);
    AlarmCondition known = row.known();
    drawing.box("alarm " + kind(known), from, y, width, BAR);
    double letterX = letterX(from, width);
    String on = width > ROOM_FOR_LETTER ? "on-" + kind(known) : "beside";
    drawing.text("letter " + on, letterX, y + BAR - 1.5, "start", letter(known));
  }

  /** In the bar, or beside it where there is room. */
  private static double letterX(double from, double width) {
    if (width > ROOM_FOR_LETTER) {
      return from + 3;
    }
    double after = from + width + 2;
    return after + ROOM_FOR_LETTER < TimeAxis.RIGHT ? after : from - ROOM_FOR_LETTER;
  }

  private static String kind(@Nullable AlarmCondition known) {
    return known == null ? "unknown" : Words.lower(known.priority().name());
  }

  private static String letter(@Nullable AlarmCondition known) {
    return known == null ? "?" : known.priority().name().substring(0, 1);
  }
}
