package org.tenuto.replay;

import org.tenuto.pump.Pump;
import org.tenuto.pump.PumpCapability;
import org.tenuto.pump.PumpCommand;
import org.tenuto.pump.PumpReading;

/**
 * A driver, and what sensors beside its line tell: pressure, air, plunger. A pump that has none is
 * asked for none.
 */
final class TracedPump implements Pump {

  private final Pump driver;
  private final Trace trace;
  private final PumpCapability capability;
  private final boolean hasSensors;

  TracedPump(Pump driver, PumpCapability capability, Trace trace) {
    this.driver = driver;
    this.trace = trace;
    this.capability = capability;
    hasSensors = capability.pressure() || capability.air() || capability.plunger();
  }

  @Override
  public PumpCapability capability() {
    return capability;
  }

  @Override
  public PumpReading reading() {
    return driver.reading();
  }

  @Override
  public void deliver(PumpCommand.Deliver command) {
    driver.deliver(command);
  }

  @Override
  public void stop() {
    driver.stop();
  }

  @Override
  public void cycle(long nowNs) {
    driver.cycle(nowNs);
    if (hasSensors) {
      PumpReading told = driver.reading();
      told.sensorsNs = trace.note(Input.SENSORS_NS, told.sensorsNs);
      told.pressureKnown = trace.note(Input.PRESSURE_KNOWN, told.pressureKnown);
      told.pressurePa = trace.note(Input.PRESSURE_PA, told.pressurePa);
      told.airKnown = trace.note(Input.AIR_KNOWN, told.airKnown);
      told.airNl = trace.note(Input.AIR_NL, told.airNl);
      told.plungerKnown = trace.note(Input.PLUNGER_KNOWN, told.plungerKnown);
      told.plungerSeated = trace.note(Input.PLUNGER_SEATED, told.plungerSeated);
    }
  }
}
