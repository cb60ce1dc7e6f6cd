package org.tenuto.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What staff did, as lines over the curves; a name that finds no room is left to the table. */
final class ActMarks {

  private static final int LANES = 4;
  private static final double LANE_HEIGHT = 12;
  private static final double LETTER = 5.4;
  private static final double ROOM = 6;

  private record Mark(long monoNs, String words) {}

  /**
   * Where one goes.
   *
   * @param lane counted from 0; -1 if there is no room for its name
   */
  private record Placed(double x, int lane, String words) {}

  private final List<Placed> marks;

  private ActMarks(List<Placed> marks) {
    this.marks = marks;
  }

  static ActMarks of(SessionFacts facts, TimeAxis time) {
    List<Mark> marks = new ArrayList<>();
    for (StaffAct act : facts.acts().all()) {
      String words = ActWords.mark(act.kept(), facts.span().nonce());
      if (!words.isEmpty() && facts.isOnOneClock(act.kept()) && time.shows(act.monoNs())) {
        marks.add(new Mark(act.monoNs(), words));
      }
    }
    facts.order().changes().stream()
        .filter(change -> time.shows(change.monoNs()))
        .forEach(change -> marks.add(new Mark(change.monoNs(), "change in force")));
    if (facts.ending().isTold() && time.shows(facts.ending().endNs())) {
      marks.add(new Mark(facts.ending().endNs(), "end"));
    }
    marks.sort(Comparator.comparingLong(Mark::monoNs));
    return new ActMarks(placed(marks, time));
  }

  private static List<Placed> placed(List<Mark> marks, TimeAxis time) {
    List<Placed> placed = new ArrayList<>();
    double[] freeFrom = new double[LANES];
    Arrays.fill(freeFrom, Double.NEGATIVE_INFINITY);
    for (Mark mark : marks) {
      double x = time.x(mark.monoNs());
      int lane = 0;
      while (lane < LANES && freeFrom[lane] > x) {
        lane++;
      }
      placed.add(new Placed(x, lane < LANES ? lane : -1, mark.words()));
      if (lane < LANES) {
        freeFrom[lane] = x + mark.words().length() * LETTER + ROOM;
      }
    }
    return placed;
  }

  /** What the names need above the curves. */
  double height() {
    return LANE_HEIGHT * (1 + marks.stream().mapToInt(Placed::lane).max().orElse(0));
  }

  void draw(Drawing drawing, double bottom) {
    double lowest = height();
    for (Placed mark : marks) {
      double y = mark.lane() < 0 ? lowest : (mark.lane() + 1) * LANE_HEIGHT;
      drawing.line("act", mark.x(), y - LANE_HEIGHT + 4, mark.x(), bottom);
      if (mark.lane() >= 0) {
        drawing.text("act-name", mark.x() + 2, y, "start", mark.words());
      }
    }
  }
}
