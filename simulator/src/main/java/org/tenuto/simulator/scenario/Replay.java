package org.tenuto.simulator.scenario;

import org.tenuto.simulator.fault.FaultScript;
import org.tenuto.simulator.virtual.PumpKind;

/** The one line that runs a session again. */
final class Replay {

  private Replay() {}

  static String command(SessionPlan plan) {
    return command(plan, PumpKind.NE1000);
  }

  /** The same on a device with that pump. */
  static String command(SessionPlan plan, PumpKind pump) {
    FaultScript faults = plan.faults();
    return "./tenuto simulate --seed "
        + plan.seed()
        + " --budget "
        + plan.budget().text()
        + " --faults '"
        + faults.text()
        + "'"
        + (pump == PumpKind.NE1000 ? "" : " --pump " + pump.text())
        + " --trace -";
  }
}
