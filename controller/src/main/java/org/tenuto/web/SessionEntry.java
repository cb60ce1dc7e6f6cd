package org.tenuto.web;

import org.tenuto.session.SessionFact;

/** What staff entered of a session, and who else has to stand for it by PIN. */
sealed interface SessionEntry {

  /** What is to go on record. */
  SessionFact fact();

  /** Whoever is signed in is enough. */
  record Alone(SessionFact fact) implements SessionEntry {}

  /** A second person saw it. */
  record Witnessed(SessionFact fact, Credentials second) implements SessionEntry {}

  /** A prescriber decided so; may be whoever is signed in, with their PIN once more. */
  record Prescribed(SessionFact.Answered fact, Credentials prescriber) implements SessionEntry {}
}
