package org.tenuto.report;

import org.jspecify.annotations.Nullable;
import org.tenuto.proto.journal.SessionRecorded;
import org.tenuto.session.SessionFact;
import org.tenuto.session.Signature;
import org.tenuto.session.TherapySession;
import org.tenuto.station.SessionForm;

/** The therapy session an order was given in, as staff entered it, to its end and its notes. */
final class TherapyLog {

  private final long startSeq;
  private @Nullable TherapySession session;
  private boolean over;

  /**
   * Of the order that starts there.
   *
   * @param startSeq record of its start
   */
  TherapyLog(long startSeq) {
    this.startSeq = startSeq;
  }

  void take(Kept kept) {
    if (over || !(kept.message() instanceof SessionRecorded recorded)) {
      return;
    }
    SessionFact fact = SessionForm.fact(recorded);
    var by =
        new Signature(
            recorded.getStaffId(), recorded.getSecondStaffId(), kept.record().wallMs());
    if (fact instanceof SessionFact.Begun begun) {
      over = kept.seq() > startSeq;
      session = over ? session : TherapySession.begin(begun, by);
    } else if (fact != null && session != null && recorded.getSessionId().equals(session.id())) {
      session = session.with(fact, by);
    }
  }

  /** The session; null if none was on record before the order. */
  @Nullable TherapySession session() {
    return session;
  }
}
