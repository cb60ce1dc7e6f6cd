package org.tenuto.simulator.fault;

import static org.tenuto.simulator.fault.Allowance.anyOf;
import static org.tenuto.simulator.fault.Allowance.upTo;

/**
 * What may go wrong with the lines of a stepper and what hangs on them; another pump has none.
 *
 * <p>Each ends the order with a reason: a stuck encoder is a stall, a pressed switch an empty
 * syringe. Lines that are gone come back with another start of the executor only: that is no mild
 * fault.
 *
 * @param encoderStuck the encoder shows no travel; mild: once, for it ends the order
 * @param endStop the switch at the forward end is pressed; mild: once, for it ends the order
 * @param linesLost the kernel has the lines no more; never mild
 */
public record StepperFaults(Allowance encoderStuck, Allowance endStop, Allowance linesLost)
    implements BoundaryFaults {

  /** Nothing. */
  public static StepperFaults none() {
    return new StepperFaults(Allowance.NONE, Allowance.NONE, Allowance.NONE);
  }

  /** What an order may outlive, or end of with a stated reason. */
  public static StepperFaults survivable() {
    return new StepperFaults(
        upTo(1).lastingMs(10, 10_000), upTo(1).lastingMs(1, 5_000), Allowance.NONE);
  }

  /** Everything there is: only what must never happen can be asked of such a session. */
  public static StepperFaults unlimited() {
    return new StepperFaults(
        anyOf(FaultKind.ENCODER_STUCK, 3),
        anyOf(FaultKind.END_STOP, 3),
        anyOf(FaultKind.LINES_LOST, 1));
  }

  @Override
  public void drawInto(FaultDraw draw) {
    draw.some(FaultKind.ENCODER_STUCK, encoderStuck);
    draw.some(FaultKind.END_STOP, endStop);
    draw.some(FaultKind.LINES_LOST, linesLost);
  }
}
