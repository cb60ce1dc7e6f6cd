package org.tenuto.simulator.device;

import org.tenuto.pump.Pump;
import org.tenuto.pump.PumpCapability;
import org.tenuto.pump.PumpCommand;
import org.tenuto.pump.PumpReading;

/** A real driver whose pump's counter can be made to run ahead of the truth. */
final class AheadCounter implements Pump {

  /** What the counter shows beyond the truth, nL. */
  long aheadNl;

  private final Pump driver;
  private long counterCount;

  AheadCounter(Pump driver) {
    this.driver = driver;
  }

  @Override
  public void cycle(long nowNs) {
    driver.cycle(nowNs);
    PumpReading reading = driver.reading();
    if (reading.counterCount != counterCount) {
      counterCount = reading.counterCount;
      reading.counterNl += aheadNl;
    }
  }

  @Override
  public PumpCapability capability() {
    return driver.capability();
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
