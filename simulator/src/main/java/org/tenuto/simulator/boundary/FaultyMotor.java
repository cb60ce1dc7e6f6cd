package org.tenuto.simulator.boundary;

import java.util.random.RandomGenerator;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.PresentFaults;
import org.tenuto.simulator.firmware.Motor;

/**
 * A motor whose rotor may be blocked, which the pump notices, or lose single steps, which nobody
 * does: an open-loop stepper has no other witness than its own count. While the e-stop is pressed
 * it has no supply and loses them all. One thread; allocates nothing.
 */
public final class FaultyMotor implements Motor {

  private static final int WHOLE = 1_000;

  private final Motor motor;
  private final PresentFaults present;
  private final RandomGenerator random;

  /**
   * Stands before a motor.
   *
   * @param random which steps are lost
   */
  public FaultyMotor(Motor motor, PresentFaults present, RandomGenerator random) {
    this.motor = motor;
    this.present = present;
    this.random = random;
  }

  @Override
  public boolean step(boolean forward) {
    if (present.has(FaultKind.E_STOP)) {
      return true;
    }
    if (present.has(FaultKind.MOTOR_STALL)) {
      return false;
    }
    boolean slips =
        present.has(FaultKind.MOTOR_SLIP)
            && random.nextInt(WHOLE) < present.size(FaultKind.MOTOR_SLIP);
    return slips || motor.step(forward);
  }

  @Override
  public void runAt(long speedNmPerH) {
    motor.runAt(speedNmPerH);
  }
}
