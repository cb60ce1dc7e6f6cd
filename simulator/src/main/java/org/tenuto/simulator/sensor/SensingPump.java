package org.tenuto.simulator.sensor;

import org.tenuto.pump.Pump;
import org.tenuto.pump.PumpCapability;
import org.tenuto.pump.PumpCommand;
import org.tenuto.pump.PumpReading;

/** A controller's pump with the sensors that it lacks: line pressure, air in line and plunger. */
public final class SensingPump implements Pump {

  private final Pump driver;
  private final Sensors sensors;
  private final PumpCapability capability;

  /** Reads these sensors in every cycle, after the driver has had it. */
  public SensingPump(Pump driver, Sensors sensors) {
    this.driver = driver;
    this.sensors = sensors;
    PumpCapability own = driver.capability();
    capability =
        new PumpCapability(
            own.model(), own.ownVolumeTarget(), own.ownWatchdog(), true, true, true, own.power());
  }

  @Override
  public PumpCapability capability() {
    return capability;
  }

  @Override
  public void cycle(long nowNs) {
    driver.cycle(nowNs);
    sensors.look(nowNs);
    sensors.tell(driver.reading());
  }

  @Override
  public void stop() {
    driver.stop();
  }

  @Override
  public void deliver(PumpCommand.Deliver command) {
    driver.deliver(command);
  }

  @Override
  public PumpReading reading() {
    return driver.reading();
  }
}
