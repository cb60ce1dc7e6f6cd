package org.tenuto.report;

import java.util.ArrayList;
import java.util.List;

/** What each phase delivered: the ledger between its first word and its end. */
final class PhaseDelivery {

  private PhaseDelivery() {}

  /**
   * The brackets of the phases, as many as were reached. Each is what lies between the bracket of
   * its beginning and that of its end: so the phases' brackets are together wider than the whole's.
   *
   * @param points by rising time
   * @param whole the order's, with what may have flowed unseen
   */
  static List<Bracket> of(List<TrailPoint> points, Bracket whole) {
    List<Bracket> phases = new ArrayList<>();
    int from = 0;
    Bracket before = Bracket.NOTHING;
    while (from < points.size()) {
      int to = from;
      int phase = points.get(from).phase();
      while (to < points.size() && points.get(to).phase() == phase) {
        to++;
      }
      boolean last = to == points.size();
      Bracket end = last ? whole : end(points.get(to - 1), points.get(to));
      // Of a phase nothing is on record of, nothing is said.
      while (phases.size() < phase) {
        phases.add(Bracket.NOTHING);
      }
      phases.add(between(before, end));
      before = end;
      from = to;
    }
    return phases;
  }

  /** A phase ends between its last word and the first of the next. */
  private static Bracket end(TrailPoint last, TrailPoint next) {
    return new Bracket(next.commandedNl(), last.atLeastNl(), next.atMostNl());
  }

  private static Bracket between(Bracket start, Bracket end) {
    return new Bracket(
        end.commandedNl() - start.commandedNl(),
        Math.max(0, end.atLeastNl() - start.atMostNl()),
        Math.max(0, end.atMostNl() - start.atLeastNl()));
  }
}
