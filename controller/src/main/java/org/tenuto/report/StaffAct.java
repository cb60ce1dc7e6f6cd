package org.tenuto.report;

/** One thing staff did, and what came of it. */
final class StaffAct {

  /** Who does what nobody was asked to. */
  static final String STATION = "the station itself";

  private final Kept kept;
  private final long monoNs;
  private final String who;
  private final String what;
  private String answer = "no answer on record";

  StaffAct(Kept kept, long monoNs, String who, String what) {
    this.kept = kept;
    this.monoNs = monoNs;
    this.who = who;
    this.what = what;
  }

  Kept kept() {
    return kept;
  }

  long monoNs() {
    return monoNs;
  }

  /** Staff id as recorded; empty if nobody was identified. */
  String who() {
    return who;
  }

  /** Whether somebody on record by a staff id did it. */
  boolean isByName() {
    return !who.isEmpty() && !who.equals(STATION);
  }

  String what() {
    return what;
  }

  String answer() {
    return answer;
  }

  void answered(String words) {
    answer = words;
  }
}
