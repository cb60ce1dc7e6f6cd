package org.tenuto.simulator.record;

/** Looks at the record from one end to the other, each record once. One session, one thread. */
interface RecordCheck {

  /** The next record. */
  void take(Kept kept);

  /** There are no more for now: a station has just started, or the session is over. */
  void judge(Ending ending);
}
