package org.tenuto.control.planted;

import org.tenuto.pump.Pump;
import org.tenuto.pump.PumpCapability;
import org.tenuto.pump.PumpCommand;
import org.tenuto.pump.PumpReading;

/** Violates: only drivers and the simulator implement a pump. */
public final class PumpInTheWrongRoom implements Pump {

  @Override
  public PumpCapability capability() {
    return new PumpCapability("none", false, false, false, false, false, false);
  }

  @Override
  public void cycle(long nowNs) {}

  @Override
  public void stop() {}

  @Override
  public void deliver(PumpCommand.Deliver command) {}

  @Override
  public PumpReading reading() {
    return new PumpReading();
  }
}
