package org.tenuto.web;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.session.SessionFact;
import org.tenuto.session.SessionProgress;
import org.tenuto.session.SessionRules;
import org.tenuto.session.Signature;
import org.tenuto.session.TherapySession;

/** The therapy session of {@link ScriptedDesk}: keeps what is entered. Any thread. */
final class ScriptedTherapy {

  final List<SessionFact> entered = new ArrayList<>();

  /** Who witnessed what was entered last; empty if nobody did. */
  volatile String witness = "";

  private @Nullable TherapySession session;

  /** What was asked for, whether it is taken or not. */
  synchronized void asked(SessionFact fact, String secondStaffId) {
    entered.add(fact);
    witness = secondStaffId;
  }

  synchronized void take(SessionFact fact) {
    var by = new Signature("rn-1", witness, System.currentTimeMillis());
    session =
        fact instanceof SessionFact.Begun begun
            ? TherapySession.begin(begun, by)
            : requireNonNull(session).with(fact, by);
  }

  synchronized SessionProgress progress() {
    return new SessionProgress(SessionRules.NONE, session, System.currentTimeMillis());
  }
}
