package org.tenuto.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.proto.journal.Intent;

/** One alarm condition from when it was raised on. */
final class AlarmRow {

  /** What staff did to it, and when. */
  record Deed(String staffId, long monoNs) {}

  private final Kept raised;
  private final String condition;
  private final long raisedNs;
  private final List<Deed> acknowledged = new ArrayList<>();
  private final List<Deed> audioPaused = new ArrayList<>();
  private long clearedNs;
  private boolean on = true;
  private boolean before;
  private String endUnknown = "";

  AlarmRow(Kept raised, String condition, long raisedNs) {
    this.raised = raised;
    this.condition = condition;
    this.raisedNs = raisedNs;
  }

  long seq() {
    return raised.seq();
  }

  Kept raised() {
    return raised;
  }

  String condition() {
    return condition;
  }

  /** What this version knows of the condition; null for a name it does not know. */
  @Nullable AlarmCondition known() {
    for (AlarmCondition one : AlarmCondition.values()) {
      if (one.name().equals(condition)) {
        return one;
      }
    }
    return null;
  }

  long bootId() {
    return raised.record().bootId();
  }

  boolean isOn() {
    return on;
  }

  boolean isOn(long bootId, String name) {
    return isOnOf(bootId) && condition.equals(name);
  }

  boolean isOnOf(long bootId) {
    return on && bootId() == bootId;
  }

  long raisedNs() {
    return raisedNs;
  }

  /** When it was cleared; only if {@link #isCleared}. */
  long clearedNs() {
    return clearedNs;
  }

  boolean isCleared() {
    return !on && endUnknown.isEmpty();
  }

  /** Whether it was on when the session began. */
  boolean isFromBefore() {
    return before;
  }

  /** Why its clearing is not on record; empty if it is, or if it was still on. */
  String endUnknown() {
    return endUnknown;
  }

  List<Deed> acknowledged() {
    return acknowledged;
  }

  List<Deed> audioPaused() {
    return audioPaused;
  }

  void cleared(long monoNs) {
    on = false;
    clearedNs = monoNs;
  }

  void carriedOver() {
    before = true;
  }

  void controllerGone() {
    on = false;
    endUnknown = "its controller ended";
  }

  void raisedAgain() {
    on = false;
    endUnknown = "raised again";
  }

  void done(Intent intent, long monoNs) {
    (intent.hasPauseAudio() ? audioPaused : acknowledged)
        .add(new Deed(intent.getStaffId(), monoNs));
  }
}
