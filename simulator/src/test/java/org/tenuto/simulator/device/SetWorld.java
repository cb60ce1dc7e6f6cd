package org.tenuto.simulator.device;

import org.tenuto.simulator.world.Sensed;

/** A world for sensors to look at that is as a test says. */
final class SetWorld implements Sensed {

  long pressurePa = 1_000;
  long airNl;
  boolean plungerSeated = true;

  @Override
  public long pressurePa() {
    return pressurePa;
  }

  @Override
  public double airAtSensorNl() {
    return airNl;
  }

  @Override
  public boolean plungerSeated() {
    return plungerSeated;
  }

  @Override
  public double pusherMm() {
    return 0;
  }
}
