package org.tenuto.simulator.scenario;

import org.tenuto.simulator.boundary.Tripwire;
import org.tenuto.simulator.fault.FaultScript;

/** Sessions for tests. */
final class Runs {

  static final Site SITE = Site.shipped();

  private Runs() {}

  /** One minute of an order, and what goes wrong in it. */
  static SessionPlan shortPlan(long seed, String faults) {
    return new SessionPlan(
        seed,
        Wish.usual(SITE.library(), "DEMO-1MIN"),
        Habits.BY_THE_BOOK,
        false,
        FaultScript.parse(faults),
        Budget.SURVIVABLE);
  }

  static SessionResult run(SessionPlan plan) {
    return run(plan, Tripwire.never());
  }

  static SessionResult run(SessionPlan plan, Tripwire tripwire) {
    return new Session(SITE, plan, tripwire, new Trace(null)).run();
  }

  /** The trace of a session, its lines. */
  static String trace(SessionPlan plan) {
    StringBuilder lines = new StringBuilder();
    SessionResult _ =
        new Session(SITE, plan, Tripwire.never(), new Trace(line -> lines.append(line).append('\n')))
            .run();
    return lines.toString();
  }
}
