package org.tenuto.simulator.scenario;

import org.tenuto.simulator.fault.FaultScript;

/** The one line that runs a session again. */
final class Replay {

  private Replay() {}

  static String command(SessionPlan plan) {
    FaultScript faults = plan.faults();
    return "./tenuto simulate --seed "
        + plan.seed()
        + " --budget "
        + plan.budget().text()
        + " --faults '"
        + faults.text()
        + "' --trace -";
  }
}
