package org.tenuto.simulator.fault;

import static org.tenuto.simulator.fault.Allowance.anyOf;
import static org.tenuto.simulator.fault.Allowance.upTo;

/**
 * What may go wrong with the motor.
 *
 * <p>A stall that the pump tells of ends the order with a reason. Lost steps nobody can see: the
 * pump has no encoder.
 *
 * @param stall the rotor is blocked; mild: once, for it ends the order
 * @param slip lost steps; mild: at most 5 %, what ISO 7886-2 allows a syringe pump at all
 */
public record MotorFaults(Allowance stall, Allowance slip) implements BoundaryFaults {

  /** Nothing. */
  public static MotorFaults none() {
    return new MotorFaults(Allowance.NONE, Allowance.NONE);
  }

  /** What an order may outlive, or end of with a stated reason. */
  public static MotorFaults survivable() {
    return new MotorFaults(upTo(1).lastingMs(10, 10_000), upTo(2).lastingMs(100, 10_000).of(1, 50));
  }

  /** Everything there is: only what must never happen can be asked of such a session. */
  public static MotorFaults unlimited() {
    return new MotorFaults(anyOf(FaultKind.MOTOR_STALL, 3), anyOf(FaultKind.MOTOR_SLIP, 3));
  }

  @Override
  public void drawInto(FaultDraw draw) {
    draw.some(FaultKind.MOTOR_STALL, stall);
    draw.some(FaultKind.MOTOR_SLIP, slip);
  }
}
