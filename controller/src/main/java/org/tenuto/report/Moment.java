package org.tenuto.report;

/** When something of a record was, for a table. */
final class Moment {

  private Moment() {}

  /** Since Start, and of the day; of another boot of the board only the wall clock tells. */
  static String of(SessionFacts facts, Kept kept, long monoNs) {
    Times times = facts.span().times();
    return facts.isOnOneClock(kept)
        ? times.sinceStart(monoNs) + " (" + times.clock(monoNs) + ")"
        : Times.ofWall(kept.record().wallMs());
  }
}
