package org.tenuto.simulator.scenario;

import java.util.Locale;
import org.tenuto.simulator.fault.FaultBudget;
import org.tenuto.simulator.fault.StepperFaults;
import org.tenuto.simulator.virtual.PumpKind;

/** How much may go wrong in a session, and what is asked of it then. */
public enum Budget {
  /** Nothing: the order is completed. */
  NONE(true),
  /** What ends and is mild enough: safety, and the order comes to its end or to a stated reason. */
  SURVIVABLE(true),
  /** Anything: safety only. */
  UNLIMITED(false);

  private final boolean mustEnd;

  Budget(boolean mustEnd) {
    this.mustEnd = mustEnd;
  }

  /** What is drawn from. */
  FaultBudget faults(PumpKind pump) {
    FaultBudget any =
        switch (this) {
          case NONE -> FaultBudget.none();
          case SURVIVABLE -> FaultBudget.survivable();
          case UNLIMITED -> FaultBudget.unlimited();
        };
    return pump == PumpKind.STEPPER ? any.with(ofStepper()) : any;
  }

  private StepperFaults ofStepper() {
    return switch (this) {
      case NONE -> StepperFaults.none();
      case SURVIVABLE -> StepperFaults.survivable();
      case UNLIMITED -> StepperFaults.unlimited();
    };
  }

  /** Whether a session must come to its end, or to a stated reason, once the faults are over. */
  boolean mustEnd() {
    return mustEnd;
  }

  /** Its name on the command line. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * A budget by its name.
   *
   * @throws IllegalArgumentException with one line that names the value and what was expected
   */
  static Budget of(String text) {
    for (Budget budget : values()) {
      if (budget.text().equals(text)) {
        return budget;
      }
    }
    throw new IllegalArgumentException(
        "budget '" + text + "': expected none, survivable or unlimited");
  }
}
