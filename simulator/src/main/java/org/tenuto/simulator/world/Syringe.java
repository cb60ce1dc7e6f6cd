package org.tenuto.simulator.world;

import org.tenuto.simulator.firmware.Motor;

/**
 * A perfect syringe: its plunger moves with the motor, and what it displaces flows into the line.
 * The whole way to the vein, with what gives way in it, is a {@link DeliveryPath}.
 */
public final class Syringe implements Motor {

  private final double barrelAreaMm2;
  private final double microstepMm;
  private final Line line;

  private long netSteps;
  private long furthestSteps;
  private long speedNmPerH;
  private boolean everMoved;
  private boolean blocked;

  /**
   * A full syringe, nothing delivered yet.
   *
   * @param barrelDiameterUm true inner diameter of the barrel, µm
   * @param microstepPm plunger travel of one microstep, pm
   * @param line what it empties into
   */
  public Syringe(long barrelDiameterUm, long microstepPm, Line line) {
    double diameterMm = barrelDiameterUm / 1e3;
    this.barrelAreaMm2 = Math.PI / 4 * diameterMm * diameterMm;
    this.microstepMm = microstepPm / 1e9;
    this.line = line;
  }

  @Override
  public boolean step(boolean forward) {
    if (blocked) {
      return false;
    }
    everMoved = true;
    netSteps += forward ? 1 : -1;
    furthestSteps = Math.max(furthestSteps, netSteps);
    return true;
  }

  @Override
  public void runAt(long newSpeedNmPerH) {
    speedNmPerH = newSpeedNmPerH;
  }

  /** Blocks the plunger for good: the motor's next step stalls. */
  public void block() {
    blocked = true;
  }

  /** Whether nothing blocks the plunger. */
  public boolean free() {
    return !blocked;
  }

  /** Whether the motor is turning now, be it between two steps. */
  public boolean moving() {
    return speedNmPerH != 0;
  }

  /** Whether the plunger has moved at all since the syringe was loaded. */
  public boolean everMoved() {
    return everMoved;
  }

  /** Volume that has left the syringe for good, rounded down, nL. */
  public long deliveredNl() {
    // 1 mm³ is 1,000 nL.
    return (long) (furthestSteps * microstepMm * barrelAreaMm2 * 1e3);
  }

  /** Volume of one microstep in this barrel, nL. */
  public double stepNl() {
    return microstepMm * barrelAreaMm2 * 1e3;
  }

  /** Pressure in the line at the present flow, below 0 while withdrawing, Pa. */
  public long pressurePa() {
    double flowMm3PerH = speedNmPerH * 1e-6 * barrelAreaMm2;
    return line.pressurePa(flowMm3PerH / 1e3);
  }
}
