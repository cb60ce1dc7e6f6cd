package org.tenuto.simulator.device;

import org.tenuto.pump.Pump;
import org.tenuto.pump.PumpCapability;
import org.tenuto.pump.PumpCommand;
import org.tenuto.pump.PumpReading;

/**
 * A real driver with the sensors that its pump lacks, read in each cycle, and a counter that can be
 * made to run ahead.
 */
final class SensingPump implements Pump {

  /** Whether the sensors say anything. */
  boolean telling = true;

  long pressurePa = 1_000;
  long airNl;
  boolean plungerSeated = true;

  /** What the counter shows beyond the truth, nL. */
  long counterAheadNl;

  private final Pump driver;
  private long counterCount;

  SensingPump(Pump driver) {
    this.driver = driver;
  }

  @Override
  public PumpCapability capability() {
    PumpCapability own = driver.capability();
    return new PumpCapability(
        own.model(), own.ownVolumeTarget(), own.ownWatchdog(), true, true, true, own.power());
  }

  @Override
  public void cycle(long nowNs) {
    driver.cycle(nowNs);
    PumpReading reading = driver.reading();
    if (reading.counterCount != counterCount) {
      counterCount = reading.counterCount;
      reading.counterNl += counterAheadNl;
    }
    reading.sensorsNs = telling ? nowNs : reading.sensorsNs;
    reading.pressureKnown = true;
    reading.airKnown = true;
    reading.plungerKnown = true;
    reading.pressurePa = pressurePa;
    reading.airNl = airNl;
    reading.plungerSeated = plungerSeated;
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
