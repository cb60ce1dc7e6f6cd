package org.tenuto.report;

import java.util.List;

/** How long an order was in a state, by the monotonic clock. */
final class StateTimes {

  private StateTimes() {}

  /** Between words of the record; a gap counts for nothing. */
  static long ns(SessionFacts facts, String state) {
    List<TrailPoint> points = facts.trail().points();
    List<Gap> gaps = facts.trail().gaps();
    long ns = 0;
    for (int i = 1; i < points.size(); i++) {
      TrailPoint before = points.get(i - 1);
      long toNs = points.get(i).monoNs();
      boolean gap =
          gaps.stream().anyMatch(one -> one.fromNs() == before.monoNs() && one.toNs() == toNs);
      if (before.state().equals(state) && !gap) {
        ns += toNs - before.monoNs();
      }
    }
    return ns;
  }
}
