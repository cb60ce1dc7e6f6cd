package org.tenuto.web;

import org.tenuto.session.SessionFact;
import org.tenuto.session.SessionProgress;

/** What staff enter of the therapy session around an order, and how far it has come. Any thread. */
public interface SessionDesk {

  /**
   * Puts a fact on record if it can be taken; the value is one line for staff. Waits at most 2 s.
   *
   * @param secondStaffId who witnessed it; empty if nobody did
   */
  Reply<String> enter(SessionFact fact, String secondStaffId);

  /** How far the session has come, by this site's rules. Returns at once. */
  SessionProgress session();
}
